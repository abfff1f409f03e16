import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Registration } from '../../model/registration.ts';
import { type CleanedEmail, cleanEmail, type EmailFault, splitNamed } from './clean-email.ts';
import { cleanText } from './clean-text.ts';
import { placeOf } from './place-of.ts';

/** Who somebody is and where mail reaches them. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  /** Further addresses of the cell, by headers of their own. */
  readonly extra: Readonly<Record<string, string>>;
  readonly hints: readonly Problem[];
  /** Why the row must not be imported; none for a sound one. */
  readonly rejections: readonly Problem[];
}

const NOTHING: CleanedEmail = { email: '', name: '', others: [], takenApart: false };

/**
 * Name and e-mail address of a row. Where a cell holds both, as in `Kari Nordmann <kari@example.org>`, or two
 * addresses, it is taken apart, and a hint says so. `ending` is that of the country's addresses: `no`.
 */
export function cleanContact(registration: Registration, ending: string): Contact {
  const { fields } = registration;
  const written = cleanText(fields.name ?? '') || nameOfTwo(fields);
  const cell = cleanEmail(fields.email ?? '', ending);
  const mail = 'fault' in cell ? NOTHING : cell;
  const named = splitNamed(written);
  const name = (named === undefined ? written : named.name) || mail.name;
  const email = mail.email || (named?.email ?? '');
  const extra = Object.fromEntries(
    mail.others.map((other, index) => [otherHeader(registration, index), other] as const),
  );
  return {
    name,
    email,
    extra,
    hints: [
      ...(named === undefined ? [] : [tellNamed(registration, written, { name, email }, named.email)]),
      ...(mail.takenApart ? [tellEmail(registration, mail)] : []),
    ],
    rejections: [
      ...rejectName(name, registration),
      ...('fault' in cell ? [rejectEmail(cell, registration)] : []),
    ],
  };
}

function nameOfTwo({ givenName = '', familyName = '' }: Registration['fields']): string {
  const [given, family] = [cleanText(givenName), cleanText(familyName)];
  return given === '' || family === '' ? given || family : `${given} ${family}`;
}

/** `E-post (2)`, or the next free number. */
function otherHeader({ origin, extra }: Registration, index: number): string {
  const header = origin.columns.email ?? 'email';
  let number = index + 2;
  while (Object.hasOwn(extra, `${header} (${number})`)) number += 1;
  return `${header} (${number})`;
}

function tellNamed(
  registration: Registration,
  written: string,
  { name, email }: { readonly name: string; readonly email: string },
  found: string,
): Problem {
  const used = found.toLowerCase() === email.toLowerCase();
  const fate = used
    ? `address ${found}`
    : `the address ${found} is left out, because ${email} stands in its column`;
  return problem('SOS242', `"${written}" was taken apart: name ${name}, ${fate}.`, {
    location: placeOf(registration, 'name'),
  });
}

function tellEmail(registration: Registration, { email, others }: CleanedEmail): Problem {
  const written = cleanText(registration.fields.email ?? '');
  const more = others.length === 0 ? '' : `; kept as an extra column: ${others.join(', ')}`;
  return problem('SOS242', `"${written}" was taken apart: mail goes to ${email}${more}.`, {
    location: placeOf(registration, 'email'),
  });
}

/** A dash or a dot is what people type where a form wants something. */
function rejectName(name: string, registration: Registration): Problem[] {
  if (name !== '' && !/^[-–—.?_]+$/.test(name)) return [];
  const field = registration.origin.columns.name === undefined ? 'givenName' : 'name';
  return [
    problem('SOS207', 'The row has no name and was not imported.', {
      location: placeOf(registration, field),
      hint: 'Fill in the name and import the file again.',
    }),
  ];
}

function rejectEmail({ fault, meant }: EmailFault, registration: Registration): Problem {
  const written = cleanText(registration.fields.email ?? '');
  const advice = 'Mend or empty the cell and import the file again.';
  return problem('SOS208', `"${written}" ${fault}; the row was not imported.`, {
    location: placeOf(registration, 'email'),
    hint: meant === undefined ? advice : `Did you mean "${meant}"? ${advice}`,
  });
}
