import type { Problem } from './problem.ts';
import type { LocalText } from './text.ts';
import type { Violation } from './violation.ts';

/** People whom a finding names: how many, and the names of the first few. */
export interface NameList {
  readonly count: number;
  readonly names: readonly string[];
}

interface People {
  readonly people: NameList;
}

/** A wrong `attendee` of a pin: nobody, or several people, of whom name and code are given. */
interface UnknownAttendee {
  readonly written: string;
  readonly candidates: readonly { readonly name: string; readonly code: string }[];
  /** What was probably meant. */
  readonly nearest: string | undefined;
}

/** A wrong `session` of a pin. */
export type UnknownSubject = {
  readonly kind: string;
  readonly written: string;
} & (
  | {
      readonly fault: 'no-session' | 'no-time-slot';
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | { readonly fault: 'theme'; readonly known: readonly string[] }
  | { readonly fault: 'no-group' | 'names-session' }
);

/** Pins that cannot be kept together, or beside a rule; `lines` of data/pins.csv. Sessions and people are ids. */
export type PinClash = { readonly lines: readonly number[] } & (
  | {
      readonly clash: 'excluded' | 'same-time' | 'same-theme';
      readonly name: string;
      readonly sessions: readonly string[];
    }
  | {
      readonly clash: 'overfull';
      readonly session: string;
      readonly people: number;
      readonly capacity: number;
    }
  | { readonly clash: 'rule'; readonly violation: Violation }
);

/**
 * What a finding of each kind is about, by its code: names, numbers and ids, from which it can be said in any language.
 * These are all that a report can hold: a code that is added here asks for its words in each of them.
 */
export interface FindingFacts {
  readonly SOS245: {
    readonly spellings: readonly { readonly name: string; readonly people: number }[];
    /** The one to keep, and those to write beside it. */
    readonly name: string;
    readonly aliases: readonly string[];
    /** Whether sosent.yaml has it. */
    readonly isListed: boolean;
  };
  /** What is no error: a tag, or something else that the reader does not know. */
  readonly SOS301: { readonly isTag: boolean };
  readonly SOS311: { readonly timeSlots: readonly [string, string] };
  readonly SOS350: { readonly timeSlot: string; readonly seats: number; readonly people: number };
  readonly SOS351: People;
  readonly SOS352: People;
  readonly SOS353: People;
  readonly SOS354: People & { readonly code: string };
  /** What should make people belong to it, as it is written. */
  readonly SOS355: { readonly title: LocalText; readonly members: readonly string[] };
  readonly SOS356: { readonly missing: number; readonly gone: number };
  readonly SOS357: People & { readonly column: string; readonly rule: 'availability' | 'accessibility' };
  /** `headers` are the first few of those that there are. */
  readonly SOS358: { readonly rule: string; readonly column: string; readonly headers: readonly string[] };
  readonly SOS402: UnknownAttendee;
  readonly SOS403: UnknownSubject;
  readonly SOS404: PinClash;
  readonly SOS405: { readonly name: string };
}

export type FindingCode = keyof FindingFacts;

/** A problem of the event folder that a report can hold, in English and as facts. */
export type Finding<Code extends FindingCode = FindingCode> = {
  readonly [One in Code]: Problem & { readonly code: One; readonly facts: FindingFacts[One] };
}[Code];
