import type { Instance } from '../instance.ts';
import { drawOnce, SUBJECT, subjectOf } from '../lottery.ts';
import { listDrawStages } from '../lottery-stages.ts';
import type { Seating, StageResult } from '../plan.ts';
import type { FlowCosts } from './flow-costs.ts';
import type { FlowInstance } from './flow-instance.ts';
import type { DrawnSlot } from './flow-slots.ts';
import type { PlainDraw } from './plain-instance.ts';

/**
 * What the plan is worth in every stage, counted over its seats. Value and bound are one: prices have proven every stage
 * before this is asked (`flow-proof.ts`).
 */
export function certify(
  instance: Instance,
  { places }: FlowInstance,
  { ranks, hasWishes, criterion, tickets }: FlowCosts,
  bySlot: readonly DrawnSlot[],
  { seed }: PlainDraw,
): Pick<Seating, 'bent' | 'certificate'> {
  const width = places.length;
  const missing = [0, 0];
  const counts = bySlot.map(() => new Int32Array(width));
  const atRank: number[] = [];
  for (const [slot, { places: theirs }] of bySlot.entries()) {
    for (const [person, place] of theirs.entries()) {
      if (place < 0) {
        const kind = hasWishes[person] ?? 0;
        missing[kind] = (missing[kind] ?? 0) + 1;
        continue;
      }
      const rank = ranks[person * width + place] ?? 0;
      atRank[rank] = (atRank[rank] ?? 0) + 1;
      const here = counts[slot];
      if (here !== undefined) here[place] = (here[place] ?? 0) + 1;
    }
  }
  const [ofOthers = 0, withWishes = 0] = missing;
  const bent = counts.reduce(
    (sum, here) =>
      here.reduce((of, count, place) => of + Math.max(0, (places[place]?.minimum ?? 0) - count), sum),
    0,
  );
  const proven = (stage: string, title: string, value: number): StageResult => ({
    stage,
    title,
    value,
    bound: value,
    proven: true,
  });
  const certificate = [
    proven('unseated', 'seats missing', ofOthers + withWishes),
    ...(hasWishes.includes(1)
      ? [proven('unseated-with-wishes', 'of these, of people with wishes', withWishes)]
      : []),
    ...(places.some((one) => one.minimum > 0)
      ? [proven('rules', 'people by which rules are bent, weighted', bent)]
      : []),
    ...criterion.map(({ id, title, cost }) =>
      proven(
        id,
        title,
        atRank.reduce((sum, count, rank) => sum + count * cost(rank), 0),
      ),
    ),
    ...addUpDraws(instance, { seed, tickets }, places, bySlot).map(({ id, title, value }) =>
      proven(id, title, value),
    ),
  ];
  return { bent, certificate };
}

/** The draw of themes is added up over the seats; those of sessions were when they were held. */
function addUpDraws(
  instance: Instance,
  { seed, tickets }: Pick<PlainDraw, 'seed'> & Pick<FlowCosts, 'tickets'>,
  places: FlowInstance['places'],
  bySlot: readonly DrawnSlot[],
): readonly { readonly id: string; readonly title: string; readonly value: number }[] {
  const ofThemes: [number, number] = [0, 0];
  const subjects = places.map(({ theme }) => subjectOf(seed, SUBJECT.theme(theme)));
  for (const { places: theirs } of bySlot) {
    for (const [person, place] of theirs.entries()) {
      const subject = subjects[place];
      if (subject === undefined) continue;
      ofThemes[0] += drawOnce(tickets.first[person] ?? 0, subject[0]);
      ofThemes[1] += drawOnce(tickets.second[person] ?? 0, subject[1]);
    }
  }
  return listDrawStages(instance).map(({ id, title, timeSlot, number }) => {
    const sums = timeSlot === undefined ? ofThemes : bySlot.find((one) => one.timeSlot === timeSlot)?.drawn;
    return { id, title, value: sums?.[number] ?? 0 };
  });
}
