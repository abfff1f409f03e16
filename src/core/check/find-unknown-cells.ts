import { finding } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event, Rules } from '../../model/event.ts';
import type { Finding } from '../../model/finding.ts';
import { cellOf, hasColumn } from '../attendee-cell.ts';
import { listNames, nameList } from './name-list.ts';

/** Columns named in one message. */
const MOST_HEADERS = 5;

/**
 * SOS357 for each rule that reads a column in which people wrote what the rule does not speak of, SOS358 for each whose
 * column nobody has.
 */
export function findUnknownCells({ rules }: Event, coming: readonly Attendee[]): Finding[] {
  const { availability, accessibility } = rules;
  return [
    ...findUnknownColumns(rules, coming),
    ...(availability === undefined
      ? []
      : tell(
          coming,
          availability.column,
          availability.present.map((one) => one.value),
          'availability',
          'They are placed in every time slot. Add what they wrote to "present", or a row of the kind "absent" to data/pins.csv.',
        )),
    ...(accessibility === undefined
      ? []
      : tell(
          coming,
          accessibility.column,
          [...accessibility.needs, ...accessibility.ignore],
          'accessibility',
          'They are placed in any room. Read what they wrote and add it to "needs" or "ignore", or a row of the kind "step-free" to data/pins.csv.',
        )),
  ];
}

/** SOS358: a misspelt column would be a rule that is silently not applied. */
function findUnknownColumns(rules: Rules, coming: readonly Attendee[]): Finding[] {
  const named: (readonly [rule: string, column: string])[] = [
    ...rules.together.map((one) => [`rules.together (${one.id})`, one.column] as const),
    ...rules.apart.map((one) => [`rules.apart (${one.id})`, one.column] as const),
  ];
  if (rules.availability !== undefined) named.push(['rules.availability', rules.availability.column]);
  if (rules.accessibility !== undefined) named.push(['rules.accessibility', rules.accessibility.column]);
  if (coming.length === 0) return [];
  return named
    .filter(([, column]) => coming.every((one) => !hasColumn(one, column)))
    .map(([rule, column]) => {
      const all = new Set(coming.flatMap((one) => Object.keys(one.extra)));
      const headers = [...all].slice(0, MOST_HEADERS);
      const hint =
        headers.length === 0
          ? 'The registrations have no columns of their own.'
          : `The columns of the registrations are ${headers.join(', ')}.`;
      const facts = { rule, column, headers };
      return finding('SOS358', `${rule} reads the column "${column}", which nobody has.`, { hint, facts });
    });
}

function tell(
  coming: readonly Attendee[],
  column: string,
  known: readonly string[],
  rule: 'availability' | 'accessibility',
  hint: string,
): Finding[] {
  const texts = new Set(['', ...known].map((one) => one.toLowerCase()));
  const unclear = coming.filter((one) => !texts.has(cellOf(one, column).toLowerCase()));
  if (unclear.length === 0) return [];
  const people = nameList(unclear);
  const who = people.count === 1 ? '1 attendee' : `${people.count} attendees`;
  const message = `${who} wrote into "${column}" what rules.${rule} does not speak of: ${listNames(people)}.`;
  return [finding('SOS357', message, { hint, facts: { people, column, rule } })];
}
