import {
  type ImportInput,
  type ImportPlan,
  importPlanner,
} from '../../../src/core/registrations/plan-import.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Registration, SourceRecord } from '../../../src/model/registration.ts';
import { testEvent } from './event.ts';

/** A plan with its lists made whole, to be compared. */
export interface WholePlan extends Omit<ImportPlan, 'attendees' | 'records' | 'added'> {
  readonly attendees: readonly Attendee[];
  readonly records: readonly SourceRecord[];
  readonly added: readonly Attendee[];
}

export type Before = Pick<WholePlan, 'attendees' | 'records'>;

const EVENT = testEvent();

/** The plan of an import after others, in the test event unless told otherwise. */
export function plan(
  registrations: readonly Registration[],
  before: Before = { attendees: [], records: [] },
  options: Partial<ImportInput> = {},
): WholePlan {
  const { attendees, records } = before;
  const planner = importPlanner({ event: EVENT, attendees, records, ...options });
  for (const registration of registrations) planner.add(registration);
  const made = planner.finish();
  return { ...made, attendees: [...made.attendees], records: [...made.records], added: [...made.added] };
}
