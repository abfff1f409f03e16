import type { Problem } from '../../../src/model/problem.ts';
import type { Registration, RegistrationOrigin } from '../../../src/model/registration.ts';

interface Beside {
  /** Columns that mean nothing to sosent. */
  readonly extra?: Registration['extra'];
  readonly wishes?: Registration['wishes'];
}

/**
 * Builds the whole registrations that a file must give. What all its rows have in common is said once: the file, the
 * system and the header of each field.
 */
export function peopleOf(
  file: string,
  shape: string,
  columns: RegistrationOrigin['columns'],
): (line: number, fields: Registration['fields'], beside?: Beside) => Registration {
  const origin = { file, shape, columns };
  return (line, fields, { extra = {}, wishes = [] } = {}) => ({ origin, line, fields, wishes, extra });
}

/** Themes that were ticked: wished alike, so all of rank 1. */
export function ticked(column: string, text: string): Registration['wishes'] {
  return [{ rank: 1, text, column }];
}

/** A wish that stands for itself or among others in ranked order. */
export function listed(column: string, text: string): Registration['wishes'] {
  return [{ rank: 'list', text, column }];
}

export function nobodyIsNamed(file: string, line: number, order: string): Problem {
  return {
    code: 'SOS220',
    severity: 'warning',
    message: `Nobody is named on this ticket of order ${order}.`,
    hint: 'Ask the buyer who comes, fill in the name in the system, and import its export again.',
    location: { file, line },
  };
}

export function othersAreUnnamed(file: string, line: number, message: string): Problem {
  return {
    code: 'SOS221',
    severity: 'warning',
    message,
    hint: 'Only the person who is named was imported. Ask the buyer who the others are.',
    location: { file, line },
  };
}
