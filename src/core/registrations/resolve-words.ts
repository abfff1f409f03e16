import type { AttendeeStatus } from '../../model/attendee.ts';
import type { Language } from '../../model/text.ts';

const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  nb: ['nb', 'no', 'nn', 'nor', 'nob', 'norsk', 'bokmål', 'bokmal', 'nynorsk', 'norwegian', 'norsk bokmål'],
  en: ['en', 'eng', 'engelsk', 'english', 'anglais', 'englisch'],
};

/**
 * The language of the event that a word or a tag such as `nb-NO` names; '' where the cell is empty, undefined where
 * the event does not speak it.
 */
export function resolveLanguage(text: string, languages: readonly Language[]): Language | '' | undefined {
  if (text === '') return '';
  const word = text
    .toLowerCase()
    .replace(/[([;,/].*$/, '')
    .trim();
  const tag = /^([a-z]{2,3})[-_][a-z]{2,4}$/.exec(word)?.[1] ?? word;
  return languages.find((language) => language === tag || LANGUAGE_WORDS[language]?.includes(tag));
}

const CANCELLED =
  /^(avmeldt|avbestilt|avlyst|kansellert|annullert|slettet|trukket|trukket seg|refundert|avslått|avslag|cancell?ed|withdrawn|refunded|declined|rejected|void|voided|expired|deleted|not attending|kommer ikke|c)$/;
const REGISTERED =
  /^(påmeldt|registrert|bekreftet|stadfesta|godkjent|betalt|ubetalt|fullført|aktiv|deltar|kommer|møtt|registered|confirmed|approved|accepted|paid|unpaid|complete|completed|active|valid|attending|going|checked in|ok|ja|yes|new|ny)$/;

/**
 * Whether a word means that the person comes. An empty cell means yes where the file has a column for it, and '' (no
 * word about it) where it has none; undefined is an unknown word.
 */
export function resolveStatus(text: string, hasColumn: boolean): AttendeeStatus | '' | undefined {
  const word = text
    .toLowerCase()
    .replace(/[.!;]+$/, '')
    .trim();
  if (word === '') return hasColumn ? 'registered' : '';
  if (CANCELLED.test(word)) return 'cancelled';
  return REGISTERED.test(word) ? 'registered' : undefined;
}
