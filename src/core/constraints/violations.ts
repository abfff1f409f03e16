import type { Violation } from '../../model/violation.ts';

/** A violation of what must never be, by one person unless told otherwise. */
export function hardViolation(
  about: Pick<Violation, 'constraint' | 'attendees' | 'sessions'> & { readonly rule?: string },
  message: string,
  amount = 1,
): Violation {
  return { rule: '', ...about, hard: true, amount, message };
}

/** `1 person`, `3 people`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
