import loadHighs from 'highs';
import { CONSTRAINTS } from '../../constraints/index.ts';
import type { Instance } from '../instance.ts';
import { createLinearModel } from '../linear-model.ts';
import type { Draw, Seating } from '../plan.ts';
import { listStages } from '../stages.ts';
import { solveInStages } from './solve-in-stages.ts';

/** The package declares itself as CommonJS and is an ES module with a default export. */
const load = loadHighs as unknown as typeof loadHighs.default;
/** Compiling HiGHS takes longer than a small solve; models share nothing but the compiled code. */
let loaded: ReturnType<typeof load> | undefined;

/**
 * The reference engine: the whole instance as one integer program, every constraint and every stage, each stage
 * proven. Plain rather than fast; faster engines are held against it. `before` is told each stage and waited for.
 */
export async function solveByReference(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
): Promise<Seating> {
  const model = createLinearModel(instance);
  for (const constraint of CONSTRAINTS) constraint.contribute(model, instance);
  const stages = listStages(instance, model, wanted);
  loaded ??= load();
  const highs = await loaded;
  const { values, sums, bounds } = await solveInStages({
    highs,
    model,
    stages,
    before: (stage) => before(stage.title),
  });
  return {
    engine: 'reference',
    seats: model.columns.flatMap((column, index) => {
      if (column.kind !== 'seat' || values[index] !== 1) return [];
      return [{ attendee: instance.attendees[column.attendee]?.id ?? '', session: column.session.id }];
    }),
    bent: model.columns.reduce(
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
