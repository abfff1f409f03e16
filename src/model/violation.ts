/** Nothing but the people and sessions that the violation names. */
type Nothing = Readonly<Record<string, never>>;

/** A bound in whole people. */
interface Bound {
  readonly bound: 'least' | 'most';
  readonly wanted: number;
  readonly found: number;
  /** Of how many people. */
  readonly of: number;
}

/**
 * What a violation of each constraint is about beside its people and sessions: ids and numbers, from which it can be said
 * in any language. A constraint that is added here asks for its words in each of them.
 */
export interface ViolationFacts {
  readonly accessibility: Nothing;
  /** What the group has in common, in the organiser's words. */
  readonly apart: { readonly group: string };
  /** `timeSlot` is that of the plan, `sessionSlot` that of the session, where these differ. */
  readonly attending:
    | { readonly fault: 'not-coming' | 'no-session' }
    | { readonly fault: 'other-time-slot'; readonly timeSlot: string; readonly sessionSlot: string };
  readonly availability: Nothing;
  readonly capacity: { readonly capacity: number; readonly seated: number };
  /** For which attendee types the session is. */
  readonly eligibility: { readonly types: readonly string[] };
  /** Language of the session. */
  readonly language: { readonly language: string };
  readonly minimum: { readonly minimum: number; readonly seated: number };
  readonly mix: Bound & { readonly types: readonly string[] };
  readonly 'no-theme-twice': { readonly theme: string };
  readonly 'not-alone': { readonly delegation: string };
  readonly 'one-session-per-slot': { readonly timeSlot: string };
  readonly pins: { readonly kind: 'pin' | 'exclude'; readonly reason: string };
  readonly spread: Bound & {
    readonly delegation: string;
    readonly theme: string;
    readonly per: 'theme' | 'session';
  };
  /** `isUnseated` where some of the group have no seat there; `group` is what they have in common. */
  readonly together: {
    readonly group: string;
    readonly timeSlot: string;
    readonly isUnseated: boolean;
  };
  /** So many of the first few wishes. */
  readonly 'top-wishes': { readonly granted: number; readonly wanted: number; readonly of: number };
}

/** A constraint that a plan can break. */
export type BreakableId = keyof ViolationFacts;

/** Every constraint, also those that only count; docs/glossary.md lists them. */
export type ConstraintId = BreakableId | 'totals';

interface ViolationBase {
  /** Id of the organiser's rule in sosent.yaml, or '' where the constraint always holds. */
  readonly rule: string;
  /** True for what must never be: too many in a room, twice in a slot, a pin that is not kept. */
  readonly hard: boolean;
  /** By how many people. */
  readonly amount: number;
  /** One sentence in English that names the attendee, delegation or session concerned. */
  readonly message: string;
  /** Ids of the attendees and sessions concerned, where they are few. */
  readonly attendees: readonly string[];
  readonly sessions: readonly string[];
}

/** A rule that a plan breaks or bends, in the organiser's words and as facts. */
export type Violation<Id extends BreakableId = BreakableId> = {
  readonly [One in Id]: ViolationBase & { readonly constraint: One; readonly facts: ViolationFacts[One] };
}[Id];
