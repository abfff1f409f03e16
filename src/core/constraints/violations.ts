import type { BreakableId, Violation } from '../../model/violation.ts';

/** A violation of what must never be, by one person unless told otherwise. */
export function hardViolation<Id extends BreakableId>(
  about: Pick<Violation<Id>, 'constraint' | 'attendees' | 'sessions' | 'facts'> & { readonly rule?: string },
  message: string,
  amount = 1,
): Violation {
  // TypeScript does not put an id and its facts together again once they have been picked.
  return { rule: '', ...about, hard: true, amount, message } as Violation;
}

/** `1 person`, `3 people`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
