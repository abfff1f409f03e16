import { buildModel } from '../build-model.ts';
import { costRank, type Instance } from '../instance.ts';
import type { LinearModel } from '../linear-model.ts';
import type { Draw, Seating } from '../plan.ts';
import { isDrawn, listStages, type Stage } from '../stages.ts';
import { createCoreProgram } from './core-program.ts';
import { highs, isGivenUp } from './load-highs.ts';
import { solveByReference } from './reference.ts';
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
 * that can be in a best plan. Prices of the linear program say which they are. Where HiGHS gives up on these programs,
 * the reference writes others.
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
    } catch (error) {
      if (isGivenUp(error)) return undefined;
      throw error;
    } finally {
      program.dispose();
    }
  };
  const solution = (await attempt('bold')) ?? (await attempt('careful'));
  if (solution === undefined) return solveByReference(instance, wanted, before, timeLeft);
  return toSeating(solver, { engine: 'core', instance, model, stages, wanted }, solution);
}

/** How much more a stage weighs than the next; a seat at a worse rank is rarely worth as many at better ones. */
const WEIGHTIER = 8;
/** The first stage must not drown the last one in what floating point leaves of it. */
const HEAVIEST = 1e9;

/**
 * All stages but the draw at once, each weighing so much more than the next that hardly ever a stage gives way to those
 * behind it. The linear program starts each stage from where this one ended: nearly always at the stage's optimum, so
 * that it only has to be proven. Figures are in docs/benchmarks.md.
 */
function guideOf(stages: readonly Stage[], { columns }: LinearModel): Stage {
  const aims = stages.filter((stage) => !isDrawn(stage));
  const step = Math.min(WEIGHTIER, HEAVIEST ** (1 / Math.max(1, aims.length - 1)));
  const costs = new Float64Array(columns.length);
  for (const [index, stage] of aims.entries()) {
    const least = stage.costs.reduce((min, cost) => (cost > 0 ? Math.min(min, cost) : min), Infinity);
    const weight = step ** (aims.length - 1 - index) / least;
    for (const [column, cost] of stage.costs.entries()) costs[column] = (costs[column] ?? 0) + weight * cost;
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
