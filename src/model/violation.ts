/** A rule that a plan breaks or bends, in the organiser's words. */
export interface Violation {
  /** Id of the constraint kind, for instance `capacity`, `spread`; docs/glossary.md lists them. */
  readonly constraint: string;
  /** Id of the organiser's rule in sosent.yaml, or '' where the constraint always holds. */
  readonly rule: string;
  /** True for what must never be: too many in a room, twice in a slot, a pin that is not kept. */
  readonly hard: boolean;
  /** By how many people. */
  readonly amount: number;
  /** One sentence that names the attendee, delegation or session concerned. */
  readonly message: string;
  /** Ids of the attendees and sessions concerned, where they are few. */
  readonly attendees: readonly string[];
  readonly sessions: readonly string[];
}
