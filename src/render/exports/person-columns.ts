import type { Attendee } from '../../model/attendee.ts';
import { type ColumnOf, typeOf } from './export.ts';

const COLUMNS = {
  name: ['name', 'as it was registered', (one) => one.name],
  code: ['code', 'on the badge', (one) => one.code],
  email: ['email', 'address', (one) => one.email],
  phone: ['phone', 'as text, with the country code where it is known', (one) => one.phone],
  organisation: ['organisation', 'employer', (one) => one.organisation],
  unit: ['unit', 'part of the organisation', (one) => one.unit],
  type: ['type', 'title of the attendee type', (one, data) => typeOf(data, one.type)],
  role: ['role', 'job title, or part in the event', (one) => one.role],
  language: ['language', 'of the attendee', (one) => one.language],
  dietary: ['dietary', 'what they eat or must not eat, in their own words', (one) => one.dietary],
  accessibility: ['accessibility', 'what they need in the room', (one) => one.accessibility],
  needs: ['needs', 'what they look for, in their own words', (one) => one.needs],
  solutions: ['solutions', 'what they offer, in their own words', (one) => one.solutions],
} as const satisfies Readonly<Record<string, ColumnOf<Attendee>>>;

/** Columns about a person, the same wherever they stand. */
export function personColumns<Row>(
  personOf: (row: Row) => Attendee,
  fields: readonly (keyof typeof COLUMNS)[],
): readonly ColumnOf<Row>[] {
  return fields.map((field) => {
    const [name, about, cell]: ColumnOf<Attendee> = COLUMNS[field];
    return [name, about, (row, data) => cell(personOf(row), data)];
  });
}
