import type { Highs } from 'highs';
import type { Attendee } from '../../../model/attendee.ts';
import { buildModel } from '../build-model.ts';
import { costRank, type Instance } from '../instance.ts';
import type { LinearModel } from '../linear-model.ts';
import { DRAW_RANGE, ticketOf } from '../lottery.ts';
import { drawOverSessions } from '../lottery-stages.ts';
import { findSeat } from '../moves.ts';
import type { Draw, Seating } from '../plan.ts';
import { isDrawn, listAims, listStages, type Stage } from '../stages.ts';
import type { Bounds } from '../tweak.ts';
import { type CoreProgram, createCoreProgram } from './core-program.ts';
import { highs, isGivenUp } from './load-highs.ts';
import { sumOver } from './numbers.ts';
import { solveByReference } from './reference.ts';
import { toSeating } from './seating.ts';
import { solveStageByStage, type Way } from './stage-by-stage.ts';
import { fillIn, type TimeLeft } from './unfinished.ts';

/**
 * Sessions per attendee and time slot to begin with; the linear program asks for more where it needs them. Fewer make
 * it smaller, but HiGHS starts again from a larger core more slowly than from nothing.
 */
const FIRST_SESSIONS = 10;

/** People times sessions up to which every stage of the draw is proven; of more, that would take most of the time. */
const MOST_FOR_PROVEN_DRAW = 1000;

/**
 * The fast engine: the same stages as the reference, proven in the same way, over the few sessions of each attendee
 * that can be in a best plan. Prices of the linear program say which they are.
 */
export function solveByCore(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
  timeLeft: TimeLeft = () => Number.POSITIVE_INFINITY,
): Promise<Seating> {
  return solveCore({ instance, wanted, before, timeLeft, provesDraw: provesDraw(instance) });
}

/** The same, to be solved again with small changes; the caller closes it. */
export function openByCore(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
): Promise<Core> {
  const timeLeft = (): number => Number.POSITIVE_INFINITY;
  return openCore({ instance, wanted, before, timeLeft, provesDraw: provesDraw(instance) });
}

function provesDraw({ attendees, sessions }: Instance): boolean {
  return attendees.length * sessions.length <= MOST_FOR_PROVEN_DRAW;
}

export interface CoreProblem {
  readonly instance: Instance;
  readonly wanted: Draw;
  readonly before: (title: string) => Promise<void>;
  readonly timeLeft: TimeLeft;
  /**
   * Whether the draw is proven as well; else its numbers are added up over all sessions at once, a plan near the least
   * sum is taken, and no stage of the certificate is about it.
   */
  readonly provesDraw: boolean;
}

/** Where HiGHS gives up on these programs, the reference writes others. */
export async function solveCore(problem: CoreProblem): Promise<Seating> {
  const core = await openCore(problem);
  try {
    const seating = await core.solve();
    if (seating !== undefined) return seating;
  } finally {
    core.close();
  }
  const { instance, wanted, before, timeLeft } = problem;
  return (await solveCarefully(problem)) ?? solveByReference(instance, wanted, before, timeLeft);
}

/** An instance that can be solved again with small changes, each time from where the first time began. */
export interface Core {
  /** Undefined where the bold way finds nothing, or HiGHS gives up. */
  readonly solve: (bounds?: readonly Bounds[]) => Promise<Seating | undefined>;
  /** What is said of seats that are known to be the best; undefined where they break a hard rule. */
  readonly judge: (seats: Seating['seats']) => Seating | undefined;
  readonly model: LinearModel;
  readonly close: () => void;
}

export async function openCore(problem: CoreProblem): Promise<Core> {
  const prepared = prepare(problem);
  const solver = await highs();
  let program: CoreProgram | undefined; // none before the first time, and where HiGHS gave up on it
  const start = (bounds: readonly Bounds[]): CoreProgram => {
    const narrow = program?.narrow();
    if (narrow !== undefined) program?.dispose();
    const isFresh = program === undefined;
    program = narrow ?? program ?? begin(solver, prepared);
    if (!isFresh || bounds.length > 0) program.restart(bounds);
    return program;
  };
  return {
    model: prepared.model,
    solve: async (bounds = []) => {
      try {
        return await attempt(solver, prepared, start(bounds), 'bold');
      } catch (error) {
        if (!isGivenUp(error)) throw error;
        program?.dispose();
        program = undefined;
        return undefined;
      }
    },
    judge: (seats) => judge(solver, prepared, seats),
    close: () => program?.dispose(),
  };
}

function judge(solver: Highs, prepared: Prepared, seats: Seating['seats']): Seating | undefined {
  const { model, told } = prepared;
  const columns = seats.flatMap(({ attendee, session }) => findSeat(model, attendee, session) ?? []);
  const values = columns.length === seats.length ? fillIn(solver, model, columns) : undefined;
  if (values === undefined) return undefined;
  const sums = told.map((stage) => sumOver(stage, values));
  return toSeating(solver, { ...prepared, engine: 'core', stages: told }, { values, sums, bounds: sums });
}

async function solveCarefully(problem: CoreProblem): Promise<Seating | undefined> {
  const prepared = prepare(problem);
  const solver = await highs();
  const program = begin(solver, prepared);
  try {
    return await attempt(solver, prepared, program, 'careful');
  } catch (error) {
    if (isGivenUp(error)) return undefined;
    throw error;
  } finally {
    program.dispose();
  }
}

interface Prepared extends CoreProblem {
  readonly model: LinearModel;
  readonly stages: readonly Stage[];
  readonly guide: Stage;
  /** Stages that the certificate is about. */
  readonly told: readonly Stage[];
}

function prepare(problem: CoreProblem): Prepared {
  const { wanted } = problem;
  const instance = problem.provesDraw ? problem.instance : inDrawnOrder(problem.instance, wanted.seed);
  const model = buildModel(instance, wanted);
  const told = (problem.provesDraw ? listStages : listAims)(instance, model, wanted);
  const stages = problem.provesDraw ? told : [...told, ...roughDraw(instance, model, wanted)];
  return { ...problem, instance, model, stages, guide: guideOf(stages, model), told };
}

function begin(solver: Highs, { instance, model, timeLeft }: Prepared): CoreProgram {
  return createCoreProgram(solver, model, firstColumns(instance, model), timeLeft);
}

async function attempt(
  solver: Highs,
  { instance, model, stages, guide, told, wanted, before }: Prepared,
  program: CoreProgram,
  way: Way,
): Promise<Seating | undefined> {
  const solution = await solveStageByStage({
    program,
    stages,
    guide,
    way,
    before: (stage) => before(stage.title),
  });
  return solution && toSeating(solver, { engine: 'core', instance, model, stages: told, wanted }, solution);
}

/**
 * People in the order of their tickets. Where the draw's sum is not the least there can be, what else decides is the
 * order in which HiGHS meets people; so that is drawn too, and ids and the order of rows play no part.
 */
function inDrawnOrder(instance: Instance, seed: string): Instance {
  const tickets = new Map(instance.attendees.map(({ id }) => [id, ticketOf(seed, id)[0]]));
  const order = ({ id }: Attendee): number => tickets.get(id) ?? 0;
  return { ...instance, attendees: instance.attendees.toSorted((a, b) => order(a) - order(b)) };
}

/** One stage for the whole draw, in which a plan will do whose sum is near the least; none where nothing is drawn for. */
function roughDraw(instance: Instance, { columns }: LinearModel, { seed }: Draw): readonly Stage[] {
  const costs = drawOverSessions(instance, columns, seed);
  if (costs.every((cost) => cost === 0)) return [];
  return [{ id: 'lottery', title: 'the draw', costs, unit: 1, isRough: true }];
}

/** How much more a stage weighs than the next; a seat at a worse rank is rarely worth as many at better ones. */
const WEIGHTIER = 8;
/** The first stage must not drown the last one in what floating point leaves of it. */
const HEAVIEST = 1e9;

/** The most that is drawn for anything, against a seat in the last stage before: not worth a seat by far. */
const DRAWN_PART = 1 / 32;

/**
 * All stages at once, each weighing so much more than the next that hardly ever a stage gives way to those behind it. The
 * linear program starts each stage from where this one ended: nearly always at the stage's optimum, so that it only has to
 * be proven. Of the draw its first stage is in it, because nearly all of what the others leave open is settled by that.
 */
function guideOf(stages: readonly Stage[], { columns }: LinearModel): Stage {
  const aims = stages.filter((stage) => !isDrawn(stage));
  const step = Math.min(WEIGHTIER, HEAVIEST ** (1 / Math.max(1, aims.length - 1)));
  const costs = new Float64Array(columns.length);
  const add = (stage: Stage, weight: number): void => {
    for (const [column, cost] of stage.costs.entries()) costs[column] = (costs[column] ?? 0) + weight * cost;
  };
  for (const [index, stage] of aims.entries()) {
    const least = stage.costs.reduce((min, cost) => (cost > 0 ? Math.min(min, cost) : min), Infinity);
    add(stage, step ** (aims.length - 1 - index) / least);
  }
  const drawn = stages.find(isDrawn);
  if (drawn !== undefined) add(drawn, DRAWN_PART / DRAW_RANGE);
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
