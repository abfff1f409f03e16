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

/**
 * What the organiser decides about one attendee. `pin`: must sit in a session; `exclude`: must not, in a session or any
 * of a theme; `together`: in the same session as everybody else of a group, in every time slot; `apart`: never in
 * the same; `absent`: not there in a time slot; `step-free`: only in rooms without stairs.
 */
export const PIN_KINDS = ['pin', 'exclude', 'together', 'apart', 'absent', 'step-free'] as const;

export type PinKind = (typeof PIN_KINDS)[number];

/** A decision of the organiser that every plan keeps. */
export interface Pin {
  /** The attendee's id, code or e-mail address, as the organiser wrote it. */
  readonly attendee: string;
  /** What the kind speaks of: id of a session (or theme), name of a group, id of a time slot, or nothing. */
  readonly session: string;
  readonly kind: PinKind;
  readonly reason: string;
  /** Line in data/pins.csv, for messages. */
  readonly line: number;
}
