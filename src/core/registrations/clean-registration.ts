import { problem } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordFields, Registration, RegistrationField } from '../../model/registration.ts';
import { renderWishes } from '../../model/wishes.ts';
import { type OrganisationUnifier, organisationUnifier } from '../organisations/unify-organisation.ts';
import { cleanContact } from './clean-contact.ts';
import { cleanText, cleanToken } from './clean-text.ts';
import { type TitleMatcher, titleMatcher } from './match-title.ts';
import { placeOf } from './place-of.ts';
import type { PhoneReader } from './read-phone.ts';
import { registeredAt } from './registered-at.ts';
import { type WishResolver, wishResolver } from './resolve-wishes.ts';
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
  /** True for a phone number that is not valid in the country; without a country, only one that begins with `+` can be. */
  readonly oddPhone: boolean;
}

/** What cleaning needs beside the event. */
export interface CleaningTools {
  /** Reads phone numbers; without it, they stay as they are written. See `read-phone.ts`. */
  readonly phones?: PhoneReader | undefined;
}

/**
 * Reads cells against the event without altering what people wrote: outer blanks off, Unicode NFC, nothing else.
 * Themes, types, languages and statuses become ids, a phone number E.164, an organisation the spelling that the
 * organiser asked for; what cannot be read is reported and left out, or stays as written.
 */
export function registrationCleaner(
  event: Event,
  tools: CleaningTools = {},
): (registration: Registration) => Cleaned {
  const settings: Settings = {
    event,
    wishes: wishResolver(titleMatcher(event.themes)),
    types: titleMatcher(event.attendeeTypes),
    phones: tools.phones,
    unify: organisationUnifier(event.organisations),
    // Addresses in Britain end in uk; elsewhere in the code of the country.
    ending: event.country === 'GB' ? 'uk' : event.country.toLowerCase(),
  };
  return (registration) => clean(registration, settings);
}

interface Settings {
  readonly event: Event;
  readonly wishes: WishResolver;
  readonly types: TitleMatcher;
  readonly phones: PhoneReader | undefined;
  readonly unify: OrganisationUnifier;
  readonly ending: string;
}

function clean(registration: Registration, settings: Settings): Cleaned {
  const { event, types } = settings;
  const text = (field: RegistrationField): string => cleanText(registration.fields[field] ?? '');
  const { wishes, problems: aboutWishes } = settings.wishes(registration);
  const { name, email, ...contact } = cleanContact(registration, settings.ending);
  if (contact.rejections.length > 0) {
    return { value: undefined, problems: [...contact.rejections, ...aboutWishes], oddPhone: false };
  }
  const type = resolveType(text('type'), registration, event, types);
  const language = resolveLanguage(text('language'), event.languages);
  const status = resolveStatus(text('status'), registration.origin.columns.status);
  const phone = readPhone(registration.fields.phone, settings);
  const workplace = settings.unify({ organisation: text('organisation'), unit: text('unit') });
  const problems = [
    ...contact.hints,
    ...aboutWishes,
    ...type.problems,
    ...(language === undefined ? [unknownLanguage(text('language'), registration, event)] : []),
    ...(status === undefined ? [unknownStatus(text('status'), registration)] : []),
  ];
  const fields: RecordFields = {
    name,
    email,
    phone: phone.number,
    organisation: workplace.organisation,
    unit: workplace.unit,
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
  return {
    value: {
      registration,
      sourceId: text('sourceId'),
      fields,
      extra: cleanExtra(registration.extra, type.extra, contact.extra),
    },
    problems,
    oddPhone: phone.odd,
  };
}

/** What a row has besides; what cleaning adds stands before a column of the same header. */
function cleanExtra(
  own: Registration['extra'],
  ...added: readonly Registration['extra'][]
): Registration['extra'] {
  const cells = Object.entries(own);
  for (const one of added) for (const cell of Object.entries(one)) cells.push(cell);
  return Object.fromEntries(cells.map(([header, cell]) => [header, cleanText(cell)] as const));
}

/** The number in E.164; one that is not valid stays as it is written. */
function readPhone(
  cell: string | undefined,
  { phones, event }: Settings,
): { readonly number: string; readonly odd: boolean } {
  const written = cleanToken(cell ?? '');
  if (written === '' || phones === undefined) return { number: written, odd: false };
  const number = phones(written);
  if (number !== undefined) return { number, odd: false };
  return { number: written, odd: event.country !== '' || written.startsWith('+') };
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
  const location = placeOf(registration, 'type');
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
    location: placeOf(registration, 'language'),
    hint: `Languages of the event: ${event.languages.join(', ')}.`,
  });
}

function unknownStatus(text: string, registration: Registration): Problem {
  return problem('SOS215', `The status "${text}" is not known; the person counts as registered.`, {
    location: placeOf(registration, 'status'),
    hint: 'If it means that the person does not come, write "Cancelled" in its place.',
  });
}
