import type { Attendee } from '../../model/attendee.ts';
import type { Finding } from '../../model/finding.ts';
import type { Placement } from '../../model/placement.ts';
import type { PlanRecord } from '../../model/plan-record.ts';
import type { Instance } from '../assign/instance.ts';
import { hashInputs, hashPlacements } from '../assign/record-plan.ts';
import { type DelegationReport, reportDelegations } from '../report-delegations.ts';
import type { Summary } from '../summary.ts';
import { type DietaryFigure, figureDietary } from './dietary-figures.ts';
import { type FlowFigures, figureFlow } from './flow-figures.ts';
import { type PlacedPerson, placePeople } from './places.ts';
import { figureWishes, type WishFigures } from './wish-figures.ts';

/** What the report is made from. */
export interface ReportInput {
  readonly instance: Instance;
  /** Those in the file, also of people who do not come any more. */
  readonly placements: readonly Placement[];
  readonly summary: Summary;
  readonly isAbsent: (attendee: string, timeSlot: string) => boolean;
  /** Undefined where nobody knows how the plan was made. */
  readonly record: PlanRecord | undefined;
  /** What `sosent check` finds. */
  readonly findings: readonly Finding[];
}

/** Everything that stands in the report, as plain figures; names of people in `people`, `summary.waitlist` and messages. */
export interface ReportFigures {
  readonly summary: Summary;
  readonly people: readonly PlacedPerson[];
  readonly wishes: readonly WishFigures[];
  readonly delegations: readonly DelegationReport[];
  readonly flow: FlowFigures;
  readonly dietary: readonly DietaryFigure[];
  readonly findings: readonly Finding[];
  readonly method: Method | undefined;
}

/** How the plan came about. */
export interface Method extends Pick<PlanRecord, 'criterion' | 'seed' | 'engine' | 'proven'> {
  readonly followsPublished: boolean;
  /** Hash of the placements that were made. */
  readonly placements: string;
  /** Whether the placements in the folder are those. */
  readonly isSamePlan: boolean;
  /** What changed since. */
  readonly changed: readonly ('event' | 'attendees' | 'pins')[];
}

export function makeFigures(input: ReportInput): ReportFigures {
  const { event, attendees } = input.instance;
  const present = placePeople(event, attendees, input.placements, input.isAbsent);
  return {
    summary: input.summary,
    people: present.people,
    wishes: figureWishes(
      present.people,
      event.attendeeTypes.map((one) => one.id),
    ),
    delegations: reportDelegations(event, attendees, ofThose(attendees, input.placements)),
    flow: figureFlow(event, present),
    dietary: figureDietary(attendees),
    findings: input.findings,
    method: input.record && findMethod(input, input.record),
  };
}

function ofThose(attendees: readonly Attendee[], placements: readonly Placement[]): readonly Placement[] {
  const ids = new Set(attendees.map((one) => one.id));
  return placements.filter((one) => ids.has(one.attendee));
}

function findMethod({ instance, placements }: ReportInput, record: PlanRecord): Method {
  const now = hashInputs(instance);
  return {
    criterion: record.criterion,
    seed: record.seed,
    engine: record.engine,
    proven: record.proven,
    followsPublished: record.replan !== undefined,
    placements: record.placements,
    isSamePlan: hashPlacements(placements) === record.placements,
    changed: (['event', 'attendees', 'pins'] as const).filter((one) => now[one] !== record.inputs[one]),
  };
}
