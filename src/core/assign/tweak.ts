import { isAskedAbout } from '../constraints/language.ts';
import type { Instance } from './instance.ts';
import type { LinearModel, Row } from './linear-model.ts';
import { findSeat } from './moves.ts';

/** A small change to an instance that changes nothing in its linear model but bounds. */
export type Tweak =
  /** So many seats more (or fewer) in a session. */
  | { readonly kind: 'seats'; readonly session: string; readonly more: number }
  /** Somebody has to sit in a session that they may sit in. */
  | { readonly kind: 'place'; readonly attendee: string; readonly session: string };

/** New bounds of a column or a row, by its place in a model. */
export interface Bounds {
  readonly of: 'column' | 'row';
  readonly place: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * What a tweak is in the model of the instance without it; undefined where it is more than that: a session that may be
 * cancelled has its seats in a coefficient, a column that a rule has fixed is not for a tweak to free, and the rule
 * about languages does not ask about people who are pinned.
 */
export function boundsOf(tweak: Tweak, instance: Instance, model: LinearModel): Bounds | undefined {
  if (tweak.kind === 'place') return boundsOfPlace(tweak, instance, model);
  const place = model.rows.findIndex((one) => one.kind === 'session' && isOf(model, one, tweak.session));
  const row = model.rows[place];
  if (row === undefined || model.cancelled(tweak.session) !== undefined) return undefined;
  return { of: 'row', place, lower: row.lower, upper: row.upper + tweak.more };
}

function boundsOfPlace(
  tweak: Tweak & { readonly kind: 'place' },
  instance: Instance,
  model: LinearModel,
): Bounds | undefined {
  const place = findSeat(model, tweak.attendee, tweak.session);
  const column = place === undefined ? undefined : model.columns[place];
  const attendee = instance.attendees.find((one) => one.id === tweak.attendee);
  if (place === undefined || column?.kind !== 'seat' || attendee === undefined) return undefined;
  if (column.upper === 0 || isAskedAbout(instance, attendee, column.session)) return undefined;
  return { of: 'column', place, lower: 1, upper: 1 };
}

function isOf({ columns }: LinearModel, { entries }: Row, session: string): boolean {
  const seat = columns[entries[0]?.[0] ?? -1];
  return seat?.kind === 'seat' && seat.session.id === session;
}
