import type { Attendee } from '../../../model/attendee.ts';
import type { Instance } from '../instance.ts';
import { DRAW_RANGE, drawOnce, type Pair, SUBJECT, subjectOf, ticketOf } from '../lottery.ts';
import { listDrawStages } from '../lottery-stages.ts';
import { RANK_STAGES, type RankCriterion, type RankStage } from '../rank-stages.ts';
import type { FlowInstance } from './flow-instance.ts';
import type { Phase } from './flow-phases.ts';
import { type Level, weigh } from './flow-weights.ts';
import type { PlainDraw } from './plain-instance.ts';

/** What places cost, without a linear model: ranks of all people (rows) and places (columns), and what follows from them. */
export interface FlowCosts {
  readonly ranks: Uint16Array;
  readonly hasWishes: Uint8Array;
  readonly tickets: Columns;
  /** Stages of the criterion in which plans can differ. */
  readonly criterion: readonly RankStage[];
  /** The stages up to the draw of themes, where people may be left so often without a seat. */
  readonly phases: (without: number) => readonly Phase[];
}

export function flowCosts(instance: Instance, flow: FlowInstance, { criterion, seed }: PlainDraw): FlowCosts {
  const { attendees } = instance;
  const { places } = flow;
  const hasWishes = Uint8Array.from(attendees, (one) => (one.wishes.length > 0 ? 1 : 0));
  const ranks = rankAll(attendees, places);
  const tickets = toColumns(attendees, ({ id }) => ticketOf(seed, id));
  const stages = listCriterion(ranks, criterion);
  return {
    ranks,
    hasWishes,
    tickets,
    criterion: stages.stages,
    phases: (without) => [
      ...rankPhases({ ranks, hasWishes, ...stages }, flow, without),
      ...themeDraws(instance, flow, { seed, tickets }, without),
    ],
  };
}

/** `costRank` of everybody for every place, list by list. */
function rankAll(attendees: readonly Attendee[], places: FlowInstance['places']): Uint16Array {
  const width = places.length;
  const byTheme = new Map<string, number[]>();
  for (const [place, { theme }] of places.entries())
    byTheme.set(theme, [...(byTheme.get(theme) ?? []), place]);
  const ranks = new Uint16Array(attendees.length * width);
  for (const [person, { wishes }] of attendees.entries()) {
    if (wishes.length === 0) continue;
    const row = person * width;
    for (let place = 0; place < width; place += 1) ranks[row + place] = wishes.length + 1;
    // From the last rank to the first, so that a theme named twice has the better one.
    for (let rank = wishes.length; rank > 0; rank -= 1) {
      for (const theme of wishes[rank - 1] ?? []) {
        for (const place of byTheme.get(theme) ?? []) ranks[row + place] = rank;
      }
    }
  }
  return ranks;
}

function listCriterion(
  ranks: Uint16Array,
  criterion: RankCriterion,
): { readonly stages: readonly RankStage[]; readonly worst: number } {
  let worst = 0;
  for (const rank of ranks) if (rank > worst) worst = rank;
  const met = new Uint8Array(worst + 1);
  for (const rank of ranks) met[rank] = 1;
  const stages = RANK_STAGES[criterion](worst).filter(({ cost }) =>
    met.some((is, rank) => is === 1 && cost(rank) !== 0),
  );
  return { stages, worst };
}

/** Seats missing, smallest numbers, and the criterion, in as few phases as numbers allow. */
function rankPhases(
  {
    ranks,
    hasWishes,
    stages,
    worst,
  }: Pick<FlowCosts, 'ranks' | 'hasWishes'> & ReturnType<typeof listCriterion>,
  { places }: FlowInstance,
  without: number,
): Phase[] {
  const width = places.length;
  const every = Array.from({ length: worst + 1 }, (_, rank) => rank);
  const levels: Level[] = [
    ...(without > 0 ? ['unseated', 'unseated-with-wishes'] : []).map((id) => ({ id, most: 1 })),
    ...(places.some((one) => one.minimum > 0) ? [{ id: 'rules', most: 1 }] : []),
    ...stages.map(({ id, cost }) => ({ id, most: Math.max(...every.map(cost)) })),
  ];
  return weigh(levels, width + without).map((weights) => {
    const weight = (id: string): number => weights.get(id) ?? 0;
    const byRank = every.map((rank) =>
      stages.reduce((sum, { id, cost }) => sum + weight(id) * cost(rank), 0),
    );
    return {
      title: stages.find(({ id }) => weights.has(id))?.title ?? 'seats missing',
      kneeCost: weight('rules'),
      cost: (person, place) =>
        place < width
          ? (byRank[ranks[person * width + place] ?? 0] ?? 0)
          : weight('unseated') + (hasWishes[person] ?? 0) * weight('unseated-with-wishes'),
    };
  });
}

/** The draw of themes; with one slot, that of twin sessions after it. */
function themeDraws(
  instance: Instance,
  { rounds, places }: FlowInstance,
  { seed, tickets }: Pick<PlainDraw, 'seed'> & Pick<FlowCosts, 'tickets'>,
  without: number,
): Phase[] {
  const size = places.length + without;
  const twins = listDrawStages(instance).find((one) => rounds === 1 && one.timeSlot !== undefined);
  const draw = (title: string, names: readonly string[]): Phase[] => {
    const subjects = toColumns(names, (name) => subjectOf(seed, name));
    return drawPhases(title, size, (first, second) => (person, place) => {
      if (place >= names.length) return 0;
      const [ticket, again] = [tickets.first[person] ?? 0, tickets.second[person] ?? 0];
      return (
        drawOnce(ticket, subjects.first[place] ?? 0) * first +
        drawOnce(again, subjects.second[place] ?? 0) * second
      );
    });
  };
  return [
    ...draw(
      'the draw',
      places.map(({ theme }) => SUBJECT.theme(theme)),
    ),
    ...(twins === undefined ? [] : draw(twins.title, subjectsAt(places, 0, twins.timeSlot ?? ''))),
  ];
}

/** Numbers of tickets or of subjects, as two columns. */
export interface Columns {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

export function toColumns<T>(of: readonly T[], numbers: (one: T) => Pair): Columns {
  const columns = { first: new Uint32Array(of.length), second: new Uint32Array(of.length) };
  for (const [index, one] of of.entries()) {
    const [first, second] = numbers(one);
    columns.first[index] = first;
    columns.second[index] = second;
  }
  return columns;
}

/** What is drawn for in a slot: a session for every place, and last to have none. */
export function subjectsAt(
  places: FlowInstance['places'],
  round: number,
  timeSlot: string,
): readonly string[] {
  return [...places.map((one) => SUBJECT.session(one.sessions[round]?.id ?? '')), SUBJECT.noSeat(timeSlot)];
}

/** Both numbers of a draw in a network of so many places, as one cost where they fit into one. */
export function drawPhases(
  title: string,
  size: number,
  cost: (weightOfFirst: number, weightOfSecond: number) => Phase['cost'],
): Phase[] {
  const levels = ['first', 'second'].map((id) => ({ id, most: DRAW_RANGE - 1 }));
  return weigh(levels, size).map((weights) => ({
    title,
    cost: cost(weights.get('first') ?? 0, weights.get('second') ?? 0),
  }));
}
