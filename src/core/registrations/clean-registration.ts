import { problem } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordFields, Registration, RegistrationField } from '../../model/registration.ts';
import { renderWishes } from '../../model/wishes.ts';
import { type TitleMatcher, titleMatcher } from './match-title.ts';
import { registeredAt } from './registered-at.ts';
import { resolveWishes } from './resolve-wishes.ts';
import { resolveLanguage, resolveStatus } from './resolve-words.ts';

/** A registration whose cells mean something in this event. */
export interface CleanRegistration {
  readonly registration: Pick<Registration, 'origin' | 'line'>;
  readonly sourceId: string;
  readonly fields: RecordFields;
  readonly extra: Readonly<Record<string, string>>;
}

/** The value is undefined for a row that must not be imported: nobody to seat, or nobody to reach. */
export interface Cleaned {
  readonly value: CleanRegistration | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads cells against the event without altering what people wrote: outer blanks off, Unicode NFC, nothing else.
 * Themes, types, languages and statuses become ids; what cannot be read is reported and left out.
 */
export function registrationCleaner(event: Event): (registration: Registration) => Cleaned {
  const themes = titleMatcher(event.themes);
  const types = titleMatcher(event.attendeeTypes);
  return (registration) => clean(registration, event, themes, types);
}

function clean(registration: Registration, event: Event, themes: TitleMatcher, types: TitleMatcher): Cleaned {
  const text = (field: RegistrationField): string => cleanText(registration.fields[field] ?? '');
  const { wishes, problems: aboutWishes } = resolveWishes(registration, themes);
  const name = text('name') || [text('givenName'), text('familyName')].filter(Boolean).join(' ');
  const email = text('email').replace(/^mailto:/i, '');
  const rejections = [...checkName(name, registration), ...checkEmail(email, registration)];
  if (rejections.length > 0) return { value: undefined, problems: [...rejections, ...aboutWishes] };
  const type = resolveType(text('type'), registration, event, types);
  const language = resolveLanguage(text('language'), event.languages);
  const status = resolveStatus(text('status'), registration.origin.columns.status !== undefined);
  const problems = [
    ...aboutWishes,
    ...type.problems,
    ...(language === undefined ? [unknownLanguage(text('language'), registration, event)] : []),
    ...(status === undefined ? [unknownStatus(text('status'), registration)] : []),
  ];
  const fields: RecordFields = {
    name,
    email,
    phone: text('phone'),
    organisation: text('organisation'),
    unit: text('unit'),
    type: type.id,
    role: text('role'),
    language: language ?? '',
    wishes: renderWishes(wishes),
    dietary: text('dietary'),
    accessibility: text('accessibility'),
    needs: text('needs'),
    solutions: text('solutions'),
    status: status ?? 'registered',
    registeredAt: registeredAt(text('registeredAt'), event.timeZone) ?? text('registeredAt'),
  };
  const extra = Object.entries({ ...registration.extra, ...type.extra }).map(
    ([header, cell]) => [header, cleanText(cell)] as const,
  );
  return {
    value: { registration, sourceId: text('sourceId'), fields, extra: Object.fromEntries(extra) },
    problems,
  };
}

function cleanText(cell: string): string {
  return cell.trim().normalize('NFC');
}

function place(registration: Registration, field: RegistrationField): Problem['location'] {
  const { file, columns } = registration.origin;
  const column = columns[field];
  return { file, line: registration.line, ...(column === undefined ? {} : { column }) };
}

/** A dash or a dot is what people type where a form wants something. */
function checkName(name: string, registration: Registration): Problem[] {
  if (name !== '' && !/^[-–—.?_]+$/.test(name)) return [];
  const field = registration.origin.columns.name === undefined ? 'givenName' : 'name';
  return [
    problem('SOS207', 'The row has no name and was not imported.', {
      location: place(registration, field),
      hint: 'Fill in the name and import the file again.',
    }),
  ];
}

/** One address, as WHATWG's HTML standard has it, but with a dot in the domain, and letters of every script. */
const EMAIL =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;

function checkEmail(email: string, registration: Registration): Problem[] {
  if (email === '') return [];
  if (email.length <= 254 && EMAIL.test(email) && !/^\.|\.\.|\.@/.test(email)) return [];
  return [
    problem('SOS208', `"${email}" is not an e-mail address; the row was not imported.`, {
      location: place(registration, 'email'),
      hint: 'Mend or empty the cell and import the file again.',
    }),
  ];
}

interface ResolvedType {
  readonly id: string;
  readonly extra: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** An event without attendee types keeps the column as an extra. */
function resolveType(
  text: string,
  registration: Registration,
  event: Event,
  types: TitleMatcher,
): ResolvedType {
  const column = registration.origin.columns.type ?? '';
  if (text === '') return { id: '', extra: {}, problems: [] };
  if (event.attendeeTypes.length === 0) return { id: '', extra: { [column]: text }, problems: [] };
  const location = place(registration, 'type');
  const match = types(text);
  if (match.kind === 'exact') return { id: match.id, extra: {}, problems: [] };
  if (match.kind === 'near') {
    const read = problem('SOS213', `"${text}" is read as "${match.name}".`, { location });
    return { id: match.id, extra: {}, problems: [read] };
  }
  const unknown = problem('SOS209', `Unknown attendee type "${text}".`, {
    location,
    hint: `${match.advice} Mend the cell, or add this spelling to the \`aliases\` of a type.`,
  });
  return { id: '', extra: {}, problems: [unknown] };
}

function unknownLanguage(text: string, registration: Registration, event: Event): Problem {
  return problem('SOS214', `The event does not speak "${text}"; ${event.languages[0]} is used.`, {
    location: place(registration, 'language'),
    hint: `Languages of the event: ${event.languages.join(', ')}.`,
  });
}

function unknownStatus(text: string, registration: Registration): Problem {
  return problem('SOS215', `The status "${text}" is not known; the person counts as registered.`, {
    location: place(registration, 'status'),
    hint: 'If it means that the person does not come, write "Cancelled" in its place.',
  });
}
