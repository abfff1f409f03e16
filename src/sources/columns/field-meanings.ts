import type { MappableField } from './languages/header-words.ts';

/** Every field that a column can be, in the organiser's words. */
export const FIELD_MEANINGS: Readonly<Record<MappableField, string>> = {
  name: 'the whole name',
  familyFirst: 'the whole name, family name first: "Hansen, Kari"',
  givenName: 'the given name',
  familyName: 'the family name',
  email: 'the e-mail address',
  phone: 'the phone number',
  organisation: 'the organisation',
  unit: 'the unit: district, agency, department',
  type: 'the attendee type',
  role: 'what the person does',
  language: 'the language',
  dietary: 'dietary needs',
  accessibility: 'what the person needs to take part',
  needs: 'what the organisation looks for',
  solutions: 'what the organisation offers',
  status: 'registered or cancelled',
  registeredAt: 'the time of the registration',
  sourceId: 'the number that the other system gave',
  wishes: 'a list of wishes, the most wanted first',
};

export function meaningOf(field: string): string {
  const rank = /^wish\.(\d+)$/.exec(field)?.[1];
  if (rank !== undefined) return `wish number ${rank}`;
  return Object.entries(FIELD_MEANINGS).find(([one]) => one === field)?.[1] ?? field;
}
