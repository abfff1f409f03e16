import { findPrices, leaveBest } from './flow-proof.ts';
import { solveTransport, type Transport } from './flow-transport.ts';

/** Who takes how many of which places, before anything is said about costs. */
export type Network = Omit<Transport, 'costs' | 'kneeCost'>;

/** Costs, whole numbers from 0, by which flows are compared; those of an earlier phase count for more. */
export interface Phase {
  readonly title: string;
  readonly cost: (person: number, place: number, arc: number) => number;
  /** What one person above the knee of a place costs. */
  readonly kneeCost?: number;
}

/**
 * The flow that is best in the first phase, among those best in the second, and so on, as 1 for every arc taken. Each is
 * proven by its prices, which leave to the next phase exactly what the best flows can differ in: mostly very little.
 * Undefined where there is no flow at all.
 */
export async function solveInPhases(
  network: Network,
  phases: readonly Phase[],
  before: (title: string) => Promise<void>,
): Promise<Uint8Array | undefined> {
  const taken = new Uint8Array(network.places.length);
  let part: Part = {
    network,
    people: new Int32Array(network.demands.length).map((_, person) => person),
    arcs: undefined,
  };
  for (const phase of phases) {
    if (part.people.length === 0) break;
    await before(phase.title);
    const transport = withCosts(part, phase);
    const solution = solveTransport(transport);
    if (solution === undefined) return undefined;
    if (part.arcs === undefined) taken.set(solution.taken);
    else for (const [arc, whole] of part.arcs.entries()) taken[whole] = solution.taken[arc] ?? 0;
    part = narrow(part, solution.taken, leaveBest(transport, solution, findPrices(solution)));
  }
  return taken;
}

/** What is still open: people and arcs by their places in the whole network; all arcs where undefined. */
interface Part {
  readonly network: Network;
  readonly people: Int32Array;
  readonly arcs: Int32Array | undefined;
}

function withCosts({ network, people, arcs }: Part, { cost, kneeCost = 0 }: Phase): Transport {
  const { starts, places } = network;
  const costs = new Float64Array(places.length);
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    for (let arc = starts[index] ?? 0; arc < end; arc += 1)
      costs[arc] = cost(person, places[arc] ?? 0, arcs?.[arc] ?? arc);
  }
  return { ...network, costs, kneeCost };
}

/** People who are still undecided, with their open arcs. */
function narrow(
  { network, people, arcs }: Part,
  taken: Uint8Array,
  { open, lower, upper, knee }: ReturnType<typeof leaveBest>,
): Part {
  const left = {
    people: new Int32Array(people.length),
    demands: new Uint8Array(people.length),
    starts: new Int32Array(people.length + 1),
    arcs: new Int32Array(open.reduce((sum, one) => sum + one, 0)),
  };
  let [count, size] = [0, 0];
  for (let index = 0; index < people.length; index += 1) {
    const end = network.starts[index + 1] ?? 0;
    let units = 0;
    for (let arc = network.starts[index] ?? 0; arc < end; arc += 1) {
      if (open[arc] === 0) continue;
      left.arcs[size++] = arc;
      units += taken[arc] ?? 0;
    }
    if (units === 0) continue;
    left.people[count] = people[index] ?? 0;
    left.demands[count] = units;
    count += 1;
    left.starts[count] = size;
  }
  return {
    network: {
      demands: left.demands.slice(0, count),
      starts: left.starts.slice(0, count + 1),
      places: new Uint16Array(left.arcs.length).map((_, index) => network.places[left.arcs[index] ?? 0] ?? 0),
      lower,
      upper,
      knee,
    },
    people: left.people.slice(0, count),
    arcs: arcs === undefined ? left.arcs : left.arcs.map((arc) => arcs[arc] ?? arc),
  };
}
