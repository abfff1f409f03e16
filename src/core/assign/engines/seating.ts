import type { Highs } from 'highs';
import { failure } from '../../../errors.ts';
import type { Seating } from '../plan.ts';
import { judgeUnfinished, type Solved, type Unfinished } from './unfinished.ts';

/** Values of all columns, and for each stage its sum over them and the least sum that any plan can reach. */
export interface StagedSolution {
  readonly values: ArrayLike<number>;
  readonly sums: readonly number[];
  readonly bounds: readonly number[];
}

/**
 * What an engine found in the columns of a model, as seats of people and the proof of how good they are. Throws SOS422
 * where time was up and not even a makeshift plan keeps the hard rules.
 */
export function toSeating(
  highs: Highs,
  solved: Solved & { readonly engine: string },
  found: StagedSolution | Unfinished,
): Seating {
  const judged = 'sums' in found ? { ...found, isMakeshift: false } : judgeUnfinished(highs, solved, found);
  if (judged === undefined) {
    throw failure('SOS422', 'Time was up before any plan was found; nothing was written.', {
      hint: 'Give it more time: --time-limit <seconds>.',
    });
  }
  const { instance, model, stages, engine } = solved;
  const { attendees } = instance;
  const { columns } = model;
  const { values, sums, bounds, isMakeshift } = judged;
  return {
    engine: isMakeshift ? 'makeshift' : engine,
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
