/** Shares are taken to hundredths of a per cent, so that rounding can be exact. */
const PARTS = 10_000;

/** A share as a whole fraction `[numerator, denominator]` in lowest terms. */
export function toFraction(share: number): readonly [numerator: number, denominator: number] {
  const parts = Math.round(share * PARTS);
  const divisor = greatestCommonDivisor(parts, PARTS);
  return [parts / divisor, PARTS / divisor];
}

/** The share of so many people, rounded up, resp. down, to whole people: 50 % of 5 are at least 3, at most 2. */
export function ceilShare(share: number, of: number): number {
  const [numerator, denominator] = toFraction(share);
  return Math.ceil((numerator * of) / denominator);
}

export function floorShare(share: number, of: number): number {
  const [numerator, denominator] = toFraction(share);
  return Math.floor((numerator * of) / denominator);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
