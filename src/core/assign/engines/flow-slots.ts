import type { Instance } from '../instance.ts';
import { drawOnce, subjectOf } from '../lottery.ts';
import { listDrawStages } from '../lottery-stages.ts';
import { type Columns, drawPhases, subjectsAt, toColumns } from './flow-costs.ts';
import type { FlowInstance, Place } from './flow-instance.ts';
import { type Network, type Phase, solveInPhases } from './flow-phases.ts';

const NO_PLACE = -1;

export interface DrawnSlot {
  readonly timeSlot: string;
  /** The place of each person, -1 where there is none. */
  readonly places: Int16Array;
  /** Sums of both numbers that were drawn for these; nothing in a slot that needs no draw. */
  readonly drawn: readonly [first: number, second: number];
}

export interface ChosenPlaces {
  readonly chosen: Uint8Array;
  readonly tickets: Columns;
  readonly seed: string;
}

/**
 * In which slot people have their places, by the draw of sessions slot by slot. `chosen` says who (row) has which place
 * (column).
 *
 * Those who are in a place now and those who come later can be told apart by their number alone: whoever remains can be
 * spread over the slots that are left exactly if no slot would be over its seats. So each slot is a flow with a least and
 * a largest number in every place, of one place per person.
 */
export async function drawSlots(
  instance: Instance,
  { places, rounds }: FlowInstance,
  { chosen, tickets, seed }: ChosenPlaces,
  before: (title: string) => Promise<void>,
): Promise<readonly DrawnSlot[]> {
  const stages = listDrawStages(instance);
  const open = chosen.slice();
  const bySlot: DrawnSlot[] = [];
  for (const [round, { id }] of instance.slots.entries()) {
    const left = rounds - round;
    const network = buildSlot(open, places, left);
    const stage = stages.find((one) => one.timeSlot === id);
    const subjects = subjectsAt(places, round, id);
    const numbers =
      stage &&
      drawAll(
        network,
        tickets,
        toColumns(subjects, (name) => subjectOf(seed, name)),
      );
    // In the last slot everybody has the place that is left.
    const taken =
      numbers === undefined || left === 1
        ? new Uint8Array(network.places.length).fill(1)
        : await solveInPhases(network, numbers.phases(stage?.title ?? ''), before);
    if (taken === undefined) throw new Error('the themes of the assignment do not fit into its slots');
    const drawn = numbers?.addUp(taken) ?? [0, 0];
    bySlot.push({ timeSlot: id, places: takeOut(open, network, taken, places.length), drawn });
  }
  return bySlot;
}

interface Numbers {
  readonly phases: (title: string) => readonly Phase[];
  readonly addUp: (taken: Uint8Array) => readonly [first: number, second: number];
}

/** The numbers that everybody draws for the arcs of a network. */
function drawAll({ starts, places, lower }: Network, tickets: Columns, subjects: Columns): Numbers {
  const size = lower.length;
  const firsts = new Uint32Array(places.length);
  const seconds = new Uint32Array(places.length);
  for (let person = 0; person + 1 < starts.length; person += 1) {
    const [ticket, again] = [tickets.first[person] ?? 0, tickets.second[person] ?? 0];
    for (let arc = starts[person] ?? 0; arc < (starts[person + 1] ?? 0); arc += 1) {
      const place = places[arc] ?? 0;
      firsts[arc] = drawOnce(ticket, subjects.first[place] ?? 0);
      seconds[arc] = drawOnce(again, subjects.second[place] ?? 0);
    }
  }
  const sum = (drawn: Uint32Array, taken: Uint8Array): number =>
    drawn.reduce((of, one, arc) => of + one * (taken[arc] ?? 0), 0);
  return {
    phases: (title) =>
      drawPhases(title, size, (first, second) => (_, __, arc) => {
        return (firsts[arc] ?? 0) * first + (seconds[arc] ?? 0) * second;
      }),
    addUp: (taken) => [sum(firsts, taken), sum(seconds, taken)],
  };
}

function buildSlot(open: Uint8Array, places: readonly Place[], left: number): Network {
  const width = places.length;
  const people = open.length / width;
  const counts = new Int32Array(width);
  const starts = new Int32Array(people + 1);
  const leads = new Uint16Array(people * (left + 1));
  let arcs = 0;
  for (let person = 0; person < people; person += 1) {
    const start = arcs;
    for (let place = 0; place < width; place += 1) {
      if (open[person * width + place] === 0) continue;
      leads[arcs++] = place;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    if (arcs - start < left) leads[arcs++] = width;
    starts[person + 1] = arcs;
  }
  const bounds = places.map((place, index) => boundsOf(place, counts[index] ?? 0, left));
  const upper = Int32Array.from([...bounds.map(([, most]) => most), people]);
  return {
    demands: new Uint8Array(people).fill(1),
    starts,
    places: leads.subarray(0, arcs),
    lower: Int32Array.from([...bounds.map(([least]) => least), 0]),
    upper,
    knee: upper,
  };
}

/**
 * How many of those who have a place can be there in this slot, so that the others fit into the slots left after it and
 * no smallest number is missed by more than it must be: everywhere at least the smallest number, or nowhere above it.
 */
function boundsOf(
  { capacity, minimum }: Place,
  count: number,
  left: number,
): readonly [least: number, most: number] {
  const smallest = Math.min(minimum, capacity);
  const later = left - 1;
  return count >= smallest * left
    ? [Math.max(smallest, count - later * capacity), Math.min(capacity, count - later * smallest)]
    : [Math.max(0, count - later * smallest), Math.min(smallest, count)];
}

/** The place of each person in this slot; it is not open any more. */
function takeOut(
  open: Uint8Array,
  { starts, places }: Network,
  taken: Uint8Array,
  width: number,
): Int16Array {
  const here = new Int16Array(starts.length - 1).fill(NO_PLACE);
  for (let person = 0; person < here.length; person += 1) {
    const end = starts[person + 1] ?? 0;
    for (let arc = starts[person] ?? 0; arc < end; arc += 1) {
      const place = places[arc] ?? 0;
      if (taken[arc] === 0 || place === width) continue;
      open[person * width + place] = 0;
      here[person] = place;
    }
  }
  return here;
}
