import type { AttendeeStatus } from '../../model/attendee.ts';
import type { Language } from '../../model/text.ts';

/** Each language as its speakers and their neighbours name it: English, Norwegian, Swedish, Danish, German. */
const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  nb: words('nb no nn nor nob nno norsk norska norwegisch norwegian bokmål bokmal nynorsk', 'norsk bokmål'),
  en: words('en eng engelsk engelska englisch english anglais'),
  sv: words('sv swe svensk svenska schwedisch swedish'),
  da: words('da dan dk dansk danska dänisch danish'),
  de: words('de deu ger tysk tyska deutsch german'),
};

function words(list: string, ...more: readonly string[]): readonly string[] {
  return [...list.split(' '), ...more];
}

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

// Single letters and figures are left out: they are codes whose meaning the source knows. By language: Norwegian (bokmål, nynorsk), Swedish, Danish, German, English.
const CANCELLED = new Set([
  ...words(
    'avmeldt avmeld avbestilt avlyst kansellert annullert sletta slettet trukket refundert avslått avslag',
  ),
  ...words('avanmäld avbokad avbruten inställd makulerad återkallad återbetald nekad'),
  ...words('afmeldt afbestilt aflyst annulleret slettet trukket refunderet afvist'),
  ...words('abgemeldet storniert abgesagt gelöscht zurückgezogen erstattet abgelehnt'),
  ...words('cancelled canceled withdrawn refunded declined rejected void voided expired deleted c'),
  ...['trukket seg', 'trekt seg', 'kommer ikke', 'kjem ikkje', 'kommer inte', 'kommt nicht', 'not attending'],
  ...['not going', 'deltar ikke', 'deltek ikkje', 'deltar inte', 'deltager ikke', 'nimmt nicht teil'],
]);
const REGISTERED = new Set([
  ...words('påmeldt registrert bekreftet bekrefta stadfesta godkjent godkjend betalt ubetalt fullført aktiv'),
  ...words('deltar deltek kommer kjem møtt ny'),
  ...words('anmäld registrerad bekräftad godkänd betald obetald aktiv'),
  ...words('tilmeldt registreret bekræftet godkendt betalt deltager'),
  ...words('angemeldet registriert bestätigt bezahlt unbezahlt aktiv kommt neu'),
  ...words(
    'registered confirmed approved accepted paid unpaid complete completed active valid attending going',
  ),
  ...words('ok new'),
  ...['checked in', 'nimmt teil', 'jeg kommer', 'eg kjem', 'jag kommer', 'ich komme'],
]);
const YES = new Set([
  ...words('ja jo yes true sant sann wahr x ✓ ✔ ☑'),
  'ja takk',
  'ja, takk',
  'ja tack',
  'ja tak',
]);
const NO = new Set([
  ...words('nei nej nein no false usant falskt falsch ✗ ✘ ☐'),
  ...['nei takk', 'nei, takk', 'nej tack', 'nej tak', 'nein danke'],
]);
/** A column that asks whether somebody has cancelled: yes means that they do not come. */
const ASKS_FOR_CANCELLATION =
  /avmeld|avbok|avbestil|afmeld|aflys|avlys|kansell|cancel|annul|storn|abmeld|abgemeldet|withdr|forfall|förhind|verhind|refund|void/i;

/** Whether a word means yes, in the languages above; undefined where it means neither yes nor no. */
function resolveYesNo(text: string): boolean | undefined {
  const word = plainWord(text);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/**
 * Whether a word in the column of this header means that the person comes. An empty cell means yes, and '' (no word
 * about it) where the file has no such column; undefined is an unknown word. Yes below `Cancelled?` means no.
 */
export function resolveStatus(text: string, header: string | undefined): AttendeeStatus | '' | undefined {
  const word = plainWord(text);
  if (word === '') return header === undefined ? '' : 'registered';
  if (CANCELLED.has(word)) return 'cancelled';
  if (REGISTERED.has(word)) return 'registered';
  const yes = resolveYesNo(word);
  if (yes === undefined) return undefined;
  return yes === ASKS_FOR_CANCELLATION.test(header ?? '') ? 'cancelled' : 'registered';
}

/** Whether the header of a status asks the person ("Kommer du?"), and so is no state that a system keeps of a ticket. */
export function asksWhoComes(header: string): boolean {
  return /\?[\s*]*$/.test(header) && !ASKS_FOR_CANCELLATION.test(header);
}

function plainWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.!;]+$/, '')
    .trim();
}
