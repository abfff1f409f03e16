import type { Instance } from '../instance.ts';
import type { LinearModel } from '../linear-model.ts';
import type { Seating } from '../plan.ts';
import type { Stage } from '../stages.ts';

/** Values of all columns, and for each stage its sum over them and the least sum that any plan can reach. */
export interface StagedSolution {
  readonly values: ArrayLike<number>;
  readonly sums: readonly number[];
  readonly bounds: readonly number[];
}

/** What an engine found in the columns of a model, as seats of people and the proof of how good they are. */
export function toSeating(
  engine: string,
  { attendees }: Instance,
  { columns }: LinearModel,
  stages: readonly Stage[],
  { values, sums, bounds }: StagedSolution,
): Seating {
  return {
    engine,
    seats: columns.flatMap((column, index) => {
      if (column.kind !== 'seat' || values[index] !== 1) return [];
      return [{ attendee: attendees[column.attendee]?.id ?? '', session: column.session.id }];
    }),
    bent: columns.reduce(
      (sum, column, index) => sum + (column.kind === 'slack' ? (values[index] ?? 0) : 0),
      0,
    ),
    certificate: stages.map(({ id, title, unit }, index) => {
      const sum = sums[index] ?? Number.NaN;
      const bound = bounds[index] ?? Number.NEGATIVE_INFINITY;
      return {
        stage: id,
        title,
        value: toThousandths(sum * unit),
        bound: toThousandths(bound * unit),
        proven: bound >= sum,
      };
    }),
  };
}

function toThousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
