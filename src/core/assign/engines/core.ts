import { buildModel } from '../build-model.ts';
import { costRank, type Instance } from '../instance.ts';
import type { LinearModel } from '../linear-model.ts';
import type { Draw, Seating } from '../plan.ts';
import { listStages, type Stage } from '../stages.ts';
import { createCoreProgram } from './core-program.ts';
import { highs } from './load-highs.ts';
import { type StagedSolution, toSeating } from './seating.ts';
import { solveStageByStage, type Way } from './stage-by-stage.ts';
import type { TimeLeft, Unfinished } from './unfinished.ts';

/**
 * Sessions per attendee and time slot to begin with; the linear program asks for more where it needs them. Fewer make
 * it smaller, but HiGHS starts again from a larger core more slowly than from nothing.
 */
const FIRST_SESSIONS = 10;

/**
 * The fast engine: the same stages as the reference, proven in the same way, over the few sessions of each attendee
 * that can be in a best plan. Prices of the linear program say which they are.
 */
export async function solveByCore(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
  timeLeft: TimeLeft = () => Number.POSITIVE_INFINITY,
): Promise<Seating> {
  const model = buildModel(instance, wanted);
  const stages = listStages(instance, model, wanted);
  const solver = await highs();
  const attempt = async (way: Way): Promise<StagedSolution | Unfinished | undefined> => {
    const program = createCoreProgram(solver, model, firstColumns(instance, model), timeLeft);
    try {
      return await solveStageByStage({
        program,
        stages,
        guide: guideOf(stages, model),
        way,
        before: (stage) => before(stage.title),
      });
    } finally {
      program.dispose();
    }
  };
  const solution = (await attempt('bold')) ?? (await attempt('careful'));
  if (solution === undefined) throw new Error('the linear model of the assignment has no solution');
  return toSeating(solver, { engine: 'core', instance, model, stages, wanted }, solution);
}

/**
 * Everything at once, roughly weighted: where its optimum has nobody without a seat and bends no rule, these stages are
 * settled, because nothing is less than nothing. The first stages of a criterion weigh more.
 */
function guideOf(stages: readonly Stage[], { columns }: LinearModel): Stage {
  const criterion = stages.filter(({ id }) => /^(total-rank|rank-\d+)$/.test(id));
  const costs = Float64Array.from(columns, ({ kind }) =>
    kind === 'unseated' ? 1000 : kind === 'slack' ? 100 : kind === 'cancelled' ? 50 : 0,
  );
  for (const [index, stage] of criterion.entries()) {
    const weight = 2 ** Math.max(0, criterion.length - 1 - index);
    for (let column = 0; column < costs.length; column += 1) {
      costs[column] = (costs[column] ?? 0) + weight * (stage.costs[column] ?? 0);
    }
  }
  return { id: 'guide', title: 'a first plan', costs, unit: 1 };
}

/** Of each attendee, the best wished sessions of every slot; those without wishes begin at different sessions. */
function firstColumns(instance: Instance, model: LinearModel): number[] {
  const slots = new Map(instance.slots.map(({ id }) => [id, [] as number[]]));
  for (const [place, session] of instance.sessions.entries()) slots.get(session.timeSlot)?.push(place);
  return instance.attendees.flatMap((attendee, index) => {
    const seats = model.seatsOf(attendee.id);
    return [...slots.values()].flatMap((places) => {
      const turned = [...places.slice(index % places.length), ...places.slice(0, index % places.length)];
      const rank = (place: number): number => costRank(attendee, instance.sessions[place]?.theme ?? '');
      return turned
        .sort((a, b) => rank(a) - rank(b))
        .slice(0, FIRST_SESSIONS)
        .map((place) => seats[place] ?? 0);
    });
  });
}
