import type { Highs } from 'highs';
import type { Stage } from '../stages.ts';

/** Below this, a difference is rounding: costs, bounds and coefficients are whole numbers. */
export const TOLERANCE = 1e-6;

export function isWhole(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) < TOLERANCE);
}

/** Rounded, and never minus zero. */
export function toWhole(value: number): number {
  return Math.round(value) + 0;
}

/** What a stage counts over the values of all columns. */
export function sumOver({ costs }: Stage, values: ArrayLike<number>): number {
  return costs.reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0);
}

export function positions(
  values: Float64Array | Int32Array | Uint8Array,
  wanted: (value: number, index: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let index = 0; index < values.length; index += 1)
    if (wanted(values[index] ?? 0, index)) found.push(index);
  return found;
}

/** A bound as HiGHS writes it. */
export function finite(highs: Highs, bound: number): number {
  return Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity;
}

/** A number of each item. A loop, because `Float64Array.from` takes several times as long. */
export function numbersOf<T>(items: readonly T[], of: (item: T, index: number) => number): Float64Array {
  const numbers = new Float64Array(items.length);
  for (let index = 0; index < items.length; index += 1) numbers[index] = of(items[index] as T, index);
  return numbers;
}
