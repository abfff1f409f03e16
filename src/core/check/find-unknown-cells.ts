import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event, Rules } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { cellOf, hasColumn } from '../attendee-cell.ts';

/** Names listed in one message before the rest is counted. */
const MOST_NAMES = 5;

/**
 * SOS357 for each rule that reads a column in which people wrote what the rule does not speak of, SOS358 for each whose
 * column nobody has.
 */
export function findUnknownCells({ rules }: Event, coming: readonly Attendee[]): Problem[] {
  const { availability, accessibility } = rules;
  return [
    ...findUnknownColumns(rules, coming),
    ...(availability === undefined
      ? []
      : tell(
          coming,
          availability.column,
          availability.present.map((one) => one.value),
          'rules.availability',
          'They are placed in every time slot. Add what they wrote to "present", or a row of the kind "absent" to data/pins.csv.',
        )),
    ...(accessibility === undefined
      ? []
      : tell(
          coming,
          accessibility.column,
          [...accessibility.needs, ...accessibility.ignore],
          'rules.accessibility',
          'They are placed in any room. Read what they wrote and add it to "needs" or "ignore", or a row of the kind "step-free" to data/pins.csv.',
        )),
  ];
}

/** SOS358: a misspelt column would be a rule that is silently not applied. */
function findUnknownColumns(rules: Rules, coming: readonly Attendee[]): Problem[] {
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
      const headers = [...new Set(coming.flatMap((one) => Object.keys(one.extra)))];
      const hint =
        headers.length === 0
          ? 'The registrations have no columns of their own.'
          : `The columns of the registrations are ${headers.slice(0, MOST_NAMES).join(', ')}.`;
      return problem('SOS358', `${rule} reads the column "${column}", which nobody has.`, { hint });
    });
}

function tell(
  coming: readonly Attendee[],
  column: string,
  known: readonly string[],
  rule: string,
  hint: string,
): Problem[] {
  const texts = new Set(['', ...known].map((one) => one.toLowerCase()));
  const unclear = coming.filter((one) => !texts.has(cellOf(one, column).toLowerCase()));
  if (unclear.length === 0) return [];
  const names = unclear.slice(0, MOST_NAMES).map((one) => one.name);
  const rest = unclear.length - names.length;
  const who = `${names.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`;
  const people = unclear.length === 1 ? '1 attendee' : `${unclear.length} attendees`;
  return [
    problem('SOS357', `${people} wrote into "${column}" what ${rule} does not speak of: ${who}.`, { hint }),
  ];
}
