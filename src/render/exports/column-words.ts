import { type Language, ownLanguage } from '../../model/text.ts';
import { constraintTitle } from '../findings/violation-words.ts';

/** What columns are called where people read them, by their stable names: English, Norwegian. */
const WORDS: Readonly<Record<string, readonly [en: string, nb: string]>> = {
  access_needs: ['Needs of access', 'Behov for tilrettelegging'],
  accessibility: ['Access', 'Tilrettelegging'],
  accessible: ['Step-free', 'Uten trapper'],
  amount: ['By how many', 'Avvik (personer)'],
  cancelled: ['Cancelled', 'Avlyst'],
  capacity: ['Seats', 'Plasser'],
  change: ['Change', 'Endring'],
  code: ['Code', 'Kode'],
  constraint: ['What it says', 'Hva den sier'],
  date: ['Day', 'Dag'],
  delegation_title: ['Delegation', 'Delegasjon'],
  diet: ['Diet', 'Kosthold'],
  dietary: ['Diet, own words', 'Kosthold, egne ord'],
  email: ['E-mail', 'E-post'],
  end: ['To', 'Til'],
  figure: ['Figure', 'Tall'],
  first_wishes: ['First wishes', 'Førsteønsker'],
  free: ['Free', 'Ledig'],
  granted: ['Got it', 'Fikk det'],
  hard: ['Must never be', 'Skal aldri brytes'],
  how: ['How', 'Hvordan'],
  id: ['Id', 'Id'],
  language: ['Language', 'Språk'],
  message: ['In words', 'Hva som skjer'],
  minimum: ['Minimum', 'Minimum'],
  name: ['Name', 'Navn'],
  needs: ['Looks for', 'Trenger'],
  number: ['No.', 'Nr.'],
  organisation: ['Organisation', 'Organisasjon'],
  part: ['Part', 'Rolle'],
  people: ['People', 'Personer'],
  people_in_theme: ['In the theme', 'I temaet'],
  percent: ['Per cent', 'Prosent'],
  phone: ['Phone', 'Telefon'],
  rank: ['Wish', 'Ønske'],
  registered_at: ['Registered', 'Påmeldt'],
  role: ['Role', 'Stilling'],
  room: ['Room', 'Rom'],
  room_after: ['Room now', 'Rom nå'],
  room_before: ['Room before', 'Rom før'],
  room_capacity: ['Room holds', 'Plass i rommet'],
  rule: ['Rule', 'Regel'],
  seated: ['Seated', 'Har plass'],
  seats: ['Seats', 'Plasser'],
  sessions: ['Sessions', 'Sesjoner'],
  solutions: ['Offers', 'Tilbyr'],
  source: ['Source', 'Kilde'],
  start: ['From', 'Fra'],
  state: ['State', 'Status'],
  theme_title: ['Theme', 'Tema'],
  themes_covered: ['Themes covered', 'Temaer dekket'],
  themes_missed: ['Themes missed', 'Temaer ingen var i'],
  title: ['Session', 'Sesjon'],
  title_after: ['Session now', 'Sesjon nå'],
  title_before: ['Session before', 'Sesjon før'],
  type: ['Type', 'Type'],
  unit: ['Unit', 'Enhet'],
  units: ['Units', 'Enheter'],
  value: ['Value', 'Verdi'],
  waiting: ['Waiting', 'Venter'],
  waits_after: ['Waits now', 'Venter nå'],
  waits_before: ['Waited', 'Ventet'],
  wished_by: ['Wished by', 'Ønsket av'],
  wishes: ['Wishes', 'Ønsker'],
};

/** Cells that are words of the program, as people read them: by column, then by cell. */
const CELLS: Readonly<Record<string, Readonly<Record<string, readonly [en: string, nb: string]>>>> = {
  change: {
    moved: ['moved', 'flyttet'],
    changed: ['changed', 'endret'],
    promoted: ['off the waitlist', 'fra ventelisten'],
    new: ['new', 'ny'],
    cancelled: ['does not come', 'kommer ikke'],
  },
};

/** A cell in a language; as it is where it is nobody's word but the attendees'. */
export function cellWord(column: string, cell: string, language: Language): string {
  if (column === 'constraint') return constraintTitle(cell, language);
  const words = Object.hasOwn(CELLS, column) ? CELLS[column] : undefined;
  const word = words !== undefined && Object.hasOwn(words, cell) ? words[cell] : undefined;
  return word?.[ownLanguage(language) === 'nb' ? 1 : 0] ?? cell;
}

/** The heading of a column in a language; its own name for a column that only programs read. */
export function columnWord(name: string, language: Language): string {
  const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  return words?.[ownLanguage(language) === 'nb' ? 1 : 0] ?? name;
}
