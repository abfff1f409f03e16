/** How an attendee came to a place: by the engine, by the organiser's pin, or not at all (on the waitlist). */
export type PlacementKind = 'assigned' | 'pinned' | 'waitlisted';

/**
 * One attendee in one time slot. A waitlisted placement names the session whose queue the attendee stands in, or ''
 * where there is none to wait for.
 */
export interface Placement {
  readonly attendee: string;
  readonly timeSlot: string;
  readonly session: string;
  readonly kind: PlacementKind;
  /** Rank of the wish that the session's theme fulfils, from 1; 0 where the attendee did not wish for it. */
  readonly rank: number;
}

/** A decision of the organiser that every plan keeps. */
export interface Pin {
  /** The attendee's id, code or e-mail address, as the organiser wrote it. */
  readonly attendee: string;
  /** Id of a session; an exclusion may name a theme instead. */
  readonly session: string;
  /** `pin`: must sit there; `exclude`: must not. */
  readonly kind: 'pin' | 'exclude';
  readonly reason: string;
  /** Line in data/pins.csv, for messages. */
  readonly line: number;
}
