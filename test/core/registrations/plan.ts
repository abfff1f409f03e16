import type { CleaningTools } from '../../../src/core/registrations/clean-registration.ts';
import {
  type ImportInput,
  type ImportPlan,
  planImport,
} from '../../../src/core/registrations/plan-import.ts';
import { rowTaker } from '../../../src/core/registrations/take-rows.ts';
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
  { tools, ...options }: Partial<ImportInput> & { readonly tools?: CleaningTools } = {},
): WholePlan {
  const { attendees, records } = before;
  const input = { event: EVENT, attendees, records, ...options };
  const taker = rowTaker(input.event, tools);
  for (const registration of registrations) taker.add(registration);
  const made = planImport(input, taker.done());
  return { ...made, attendees: [...made.attendees], records: [...made.records], added: [...made.added] };
}
