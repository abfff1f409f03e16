import type { Criterion } from '../../../model/event.ts';
import { costRank, type Instance } from '../instance.ts';
import { DRAW_RANGE, drawTwice, SUBJECT } from '../lottery.ts';
import { listDrawStages } from '../lottery-stages.ts';
import type { Draw } from '../plan.ts';
import { CRITERIA, type RankStage } from '../stages.ts';
import type { FlowInstance } from './flow-instance.ts';
import type { Phase } from './flow-phases.ts';
import { type Level, weigh } from './flow-weights.ts';

/** What places cost, without a linear model: ranks of all people (rows) and places (columns), and what follows from them. */
export interface FlowCosts {
  readonly ranks: Uint16Array;
  readonly hasWishes: Uint8Array;
  /** Stages of the criterion in which plans can differ. */
  readonly criterion: readonly RankStage[];
  /** The stages up to the draw of themes, where people may be left so often without a seat. */
  readonly phases: (without: number) => readonly Phase[];
}

export function flowCosts(instance: Instance, flow: FlowInstance, { criterion, seed }: Draw): FlowCosts {
  const { attendees } = instance;
  const { places } = flow;
  const hasWishes = Uint8Array.from(attendees, (one) => (one.wishes.length > 0 ? 1 : 0));
  const ranks = new Uint16Array(attendees.length * places.length);
  for (const [person, attendee] of attendees.entries()) {
    for (const [place, { theme }] of places.entries()) {
      ranks[person * places.length + place] = costRank(attendee, theme);
    }
  }
  const stages = listCriterion(ranks, criterion);
  return {
    ranks,
    hasWishes,
    criterion: stages.stages,
    phases: (without) => [
      ...rankPhases({ ranks, hasWishes, ...stages }, flow, without),
      ...themeDraws(instance, flow, seed, without),
    ],
  };
}

function listCriterion(
  ranks: Uint16Array,
  criterion: Criterion,
): { readonly stages: readonly RankStage[]; readonly worst: number } {
  const worst = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  const met = new Uint8Array(worst + 1);
  for (const rank of ranks) met[rank] = 1;
  const stages = CRITERIA[criterion](worst).filter(({ cost }) =>
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
  seed: string,
  without: number,
): Phase[] {
  const ids = instance.attendees.map((one) => one.id);
  const size = places.length + without;
  const byTheme = places.map(({ theme }) => SUBJECT.theme(theme));
  const twins = listDrawStages(instance).filter(
    (one) => rounds === 1 && one.timeSlot !== undefined && one.number === 0,
  );
  return [
    ...drawPhases({ seed, ids, size, title: 'the draw', subjects: byTheme }),
    ...twins.flatMap(({ title, timeSlot = '' }) => {
      const bySession = places.map((one) => SUBJECT.session(one.sessions[0]?.id ?? ''));
      return drawPhases({ seed, ids, size, title, subjects: [...bySession, SUBJECT.noSeat(timeSlot)] });
    }),
  ];
}

export interface DrawnPlaces {
  readonly seed: string;
  readonly ids: readonly string[];
  /** Number of places of the network. */
  readonly size: number;
  readonly title: string;
  /** What is drawn for, by place; places beyond cost nothing. */
  readonly subjects: readonly string[];
}

/** Both numbers of a draw, at once where they fit into one. */
export function drawPhases({ seed, ids, size, title, subjects }: DrawnPlaces): Phase[] {
  const levels = ['first', 'second'].map((id) => ({ id, most: DRAW_RANGE - 1 }));
  return weigh(levels, size).map((weights) => ({
    title,
    cost: (person, place) => {
      const subject = subjects[place];
      if (subject === undefined) return 0;
      const [first, second] = drawTwice(seed, ids[person] ?? '', subject);
      return first * (weights.get('first') ?? 0) + second * (weights.get('second') ?? 0);
    },
  }));
}
