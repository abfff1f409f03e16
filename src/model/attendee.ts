import type { Language } from './text.ts';

/**
 * A person coming to the event. A text field is '' where nothing is known; a name stands exactly as it was
 * registered.
 */
export interface Attendee {
  /** Stable for the life of the event; says nothing about the person. */
  readonly id: string;
  /** Short code for badges and the door; never changes. */
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly organisation: string;
  /** Part of the organisation: district, agency, department. */
  readonly unit: string;
  /** Id of an attendee type, or ''. */
  readonly type: string;
  /** What the person does: a job title, or a part in the event such as speaker. */
  readonly role: string;
  readonly language: Language;
  /** Id of a delegation where the organiser overrides what follows from the organisation, else ''. */
  readonly delegation: string;
  /** `wishes[0]` holds the themes wished most; several themes in one entry are tied. Ids of themes. */
  readonly wishes: readonly (readonly string[])[];
  readonly dietary: string;
  readonly accessibility: string;
  /** What the person's organisation looks for, in free text, and what it offers. */
  readonly needs: string;
  readonly solutions: string;
  readonly status: AttendeeStatus;
  /** ISO 8601 instant or local time of the registration, or ''. */
  readonly registeredAt: string;
  /** Name of the source file that the attendee last came from, and the id that the source gave, or ''. */
  readonly source: string;
  readonly sourceId: string;
  /** Every other column of the source, by its own header. */
  readonly extra: Readonly<Record<string, string>>;
}

export type AttendeeStatus = 'registered' | 'cancelled';
