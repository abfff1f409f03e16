import type { Location } from '../../model/problem.ts';
import type { Registration, RegistrationField } from '../../model/registration.ts';

/** Where a cell of a registration stands in its file. */
export function placeOf(
  registration: Pick<Registration, 'origin' | 'line'>,
  field: RegistrationField,
): Location {
  const { file, columns } = registration.origin;
  const column = columns[field];
  return { file, line: registration.line, ...(column === undefined ? {} : { column }) };
}
