import type { Instance } from '../instance.ts';
import type { Seating } from '../plan.ts';
import { certify } from './flow-certificate.ts';
import { type FlowCosts, flowCosts } from './flow-costs.ts';
import type { FlowInstance } from './flow-instance.ts';
import { type Network, solveInPhases } from './flow-phases.ts';
import { type DrawnSlot, drawSlots } from './flow-slots.ts';
import type { PlainDraw } from './plain-instance.ts';

/**
 * The engine for instances that are a flow: the same stages as the reference, each proven by prices, in hardly more
 * time than it takes to read the instance. Undefined where pins leave no plan, which the other engines tell.
 */
export async function solveByFlow(
  instance: Instance,
  flow: FlowInstance,
  wanted: PlainDraw,
  before: (title: string) => Promise<void>,
): Promise<Seating | undefined> {
  const costs = flowCosts(instance, flow, wanted);
  const chosen =
    (await choosePlaces(flow, costs, 0, before)) ?? (await choosePlaces(flow, costs, flow.rounds, before));
  if (chosen === undefined) return undefined;
  const bySlot = await drawSlots(
    instance,
    flow,
    { chosen, tickets: costs.tickets, seed: wanted.seed },
    before,
  );
  const seats = listSeats(instance, flow, bySlot);
  return { engine: 'flow', seats, ...certify(instance, flow, costs, bySlot, wanted) };
}

/**
 * The places of every person, by the stages of the criterion and the draw of themes: 1 where a person (row) has the place
 * (column). `without` is how often a person may be left without a seat: 0 where nobody need be.
 */
async function choosePlaces(
  flow: FlowInstance,
  costs: FlowCosts,
  without: number,
  before: (title: string) => Promise<void>,
): Promise<Uint8Array | undefined> {
  const network = buildNetwork(flow, without);
  const taken = await solveInPhases(network, costs.phases(without), before);
  if (taken === undefined) return undefined;
  const width = flow.places.length;
  const chosen = new Uint8Array(flow.allowed.length);
  for (let person = 0; person < network.demands.length; person += 1) {
    const end = network.starts[person + 1] ?? 0;
    for (let arc = network.starts[person] ?? 0; arc < end; arc += 1) {
      const place = network.places[arc] ?? 0;
      if (taken[arc] === 1 && place < width) chosen[person * width + place] = 1;
    }
  }
  return chosen;
}

/** Arcs to the places that people may take; after these, places that stand for having no seat, once and again. */
function buildNetwork({ rounds, places, allowed, pinned }: FlowInstance, without: number): Network {
  const people = pinned.length;
  const width = places.length;
  const starts = new Int32Array(people + 1);
  const leads = new Uint16Array(people * (width + without));
  let arcs = 0;
  for (let person = 0; person < people; person += 1) {
    for (let place = 0; place < width + without; place += 1) {
      const isOpen = place < width ? allowed[person * width + place] : 1 - (pinned[person] ?? 0);
      if (isOpen === 1) leads[arcs++] = place;
    }
    starts[person + 1] = arcs;
  }
  const none = new Array<number>(without).fill(people);
  const upper = Int32Array.from([...places.map((one) => one.capacity * rounds), ...none]);
  return {
    demands: new Uint8Array(people).fill(rounds),
    starts,
    places: leads.subarray(0, arcs),
    lower: new Int32Array(width + without),
    upper,
    knee: upper.map((most, place) => Math.min(most, (places[place]?.minimum ?? people) * rounds)),
  };
}

/** Seats by person, then in the order of the programme. */
function listSeats(
  { attendees, sessions }: Instance,
  { places }: FlowInstance,
  bySlot: readonly DrawnSlot[],
): Seating['seats'] {
  const order = new Map(sessions.map((session, index) => [session, index]));
  const turns = places.map((place) => place.sessions.map((session) => order.get(session) ?? 0));
  const ids = sessions.map((session) => session.id);
  const seats: { attendee: string; session: string }[] = [];
  const theirs: number[] = [];
  for (const [person, { id }] of attendees.entries()) {
    theirs.length = 0;
    for (let slot = 0; slot < bySlot.length; slot += 1) {
      const turn = turns[bySlot[slot]?.places[person] ?? -1]?.[slot];
      if (turn !== undefined) theirs.push(turn);
    }
    if (theirs.length > 1) theirs.sort((a, b) => a - b);
    for (const turn of theirs) seats.push({ attendee: id, session: ids[turn] ?? '' });
  }
  return seats;
}
