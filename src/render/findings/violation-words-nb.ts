import type { ConstraintId } from '../../model/violation.ts';
import type { Names } from './names.ts';
import { countOf, listed, peopleOf, sessionOf, timeOf } from './phrases-nb.ts';
import type { ViolationWords } from './violation-words.ts';

/** What each constraint says. */
export const CONSTRAINT_TITLES_NB: Readonly<Record<ConstraintId, string>> = {
  accessibility: 'De som trenger et rom uten trapper, får plass i et slikt rom',
  apart: 'De som skal holdes fra hverandre, møtes ikke i noen sesjon',
  attending: 'Plassene er for folk som kommer, i sesjoner som står på programmet',
  availability: 'Ingen har plass når de ikke er til stede',
  capacity: 'Ingen sesjon har flere deltakere enn plasser',
  eligibility: 'Sesjoner for bestemte deltakertyper er bare for dem',
  language: 'Alle forstår språket i sesjonene sine',
  minimum: 'Hver sesjon har minst så mange deltakere som den trenger',
  mix: 'Deltakertypene er blandet i sesjonene',
  'no-theme-twice': 'Ingen får samme tema to ganger',
  'not-alone': 'Ingen er alene fra delegasjonen sin i en sesjon',
  'one-session-per-slot': 'Ingen er i to sesjoner samtidig',
  pins: 'Arrangørens egne valg (pins.csv) følges',
  spread: 'Delegasjonene er spredt på temaer og sesjoner',
  together: 'De som hører sammen, er i de samme sesjonene',
  'top-wishes': 'Alle får noen av de første ønskene sine',
  totals: 'Ønsker langt nede på listen er jevnt fordelt over dagen',
};

/** What is broken, and where. */
export const VIOLATION_WORDS_NB: ViolationWords = {
  accessibility: (one, names) =>
    `${peopleIn(one, names)} trenger et rom uten trapper, men har plass i ${sessionsIn(one, names)}.`,
  apart: (one, names) => {
    const why = one.rule === '' ? one.facts.group : `regel ${one.rule}: ${one.facts.group}`;
    return `${peopleIn(one, names)} har plass i ${sessionsIn(one, names)}, men skal holdes fra hverandre (${why}).`;
  },
  attending: ({ facts, attendees, sessions }, names) => {
    const [session = ''] = sessions;
    if (facts.fault === 'other-time-slot') {
      const { title } = names.session(session);
      return `«${title}» er ${timeOf(names, facts.sessionSlot)}, ikke ${timeOf(names, facts.timeSlot)} som i planen.`;
    }
    return facts.fault === 'no-session'
      ? `Det finnes ingen sesjon ${session}.`
      : `Deltakeren ${listed(attendees)} har en plass, men kommer ikke eller er ukjent.`;
  },
  availability: (one, names) =>
    `${peopleIn(one, names)} har plass i ${sessionsIn(one, names)}, men er ikke til stede da.`,
  capacity: (one, names) =>
    `${sessionsIn(one, names)} har plass til ${peopleOf(one.facts.capacity)}, men ${countOf(one.facts.seated)} er satt opp.`,
  eligibility: (one, names) =>
    `${peopleIn(one, names)} har plass i ${sessionsIn(one, names)}, som etter regelen ${one.rule} bare er for ${typesOf(one.facts, names)}.`,
  language: (one, names) =>
    `${peopleIn(one, names)} forstår ikke språket i ${sessionsIn(one, names)} (${one.facts.language}).`,
  minimum: (one, names) =>
    `${sessionsIn(one, names)} har ${one.facts.seated === 1 ? '1 deltaker' : `${countOf(one.facts.seated)} deltakere`}; det trengs minst ${one.facts.minimum}.`,
  mix: (one, names) => {
    const { found, of, bound, wanted } = one.facts;
    return `I ${sessionsIn(one, names)} er ${countOf(found)} av ${peopleOf(of)} av typen ${typesOf(one.facts, names)}; ${limit(one.rule, bound, wanted)}.`;
  },
  'no-theme-twice': (one, names) =>
    `${peopleIn(one, names)} har fått temaet «${names.theme(one.facts.theme)}» ${one.sessions.length} ganger: ${sessionsIn(one, names)}.`,
  'not-alone': (one, names) =>
    `${peopleIn(one, names)} er alene fra ${names.delegation(one.facts.delegation)} i ${sessionsIn(one, names)} (regel ${one.rule}).`,
  'one-session-per-slot': (one, names) =>
    `${peopleIn(one, names)} har plass i ${one.sessions.length} sesjoner ${timeOf(names, one.facts.timeSlot)}: ${listed(one.sessions.map((id) => `«${names.session(id).title}»`))}.`,
  pins: (one, names) => {
    const reason = one.facts.reason === '' ? '' : ` (${one.facts.reason})`;
    return one.facts.kind === 'pin'
      ? `${peopleIn(one, names)} skal etter pins.csv ha plass i ${sessionsIn(one, names)}, men har det ikke${reason}.`
      : `${peopleIn(one, names)} har plass i ${sessionsIn(one, names)}, men skal etter pins.csv ikke være der${reason}.`;
  },
  spread: (one, names) => {
    const { delegation, theme, per, found, of, bound, wanted } = one.facts;
    const where = per === 'session' ? sessionsIn(one, names) : `temaet «${names.theme(theme)}»`;
    return `${names.delegation(delegation)} har ${countOf(found)} av ${peopleOf(of)} i ${where}; ${limit(one.rule, bound, wanted)}.`;
  },
  together: (one, names) => {
    const { group, timeSlot, isUnseated } = one.facts;
    const where = listed(one.sessions.map((id) => `«${names.session(id).title}»`));
    const parted = isUnseated ? `har bare noen av dem plass, i ${where}` : `er de fordelt på ${where}`;
    return `${peopleIn(one, names)} hører sammen (${group}), men ${timeOf(names, timeSlot)} ${parted}.`;
  },
  'top-wishes': (one, names) => {
    const { granted, wanted, of } = one.facts;
    const first = of === 1 ? 'førsteønsker' : `av de ${of} første ønskene`;
    return `${peopleIn(one, names)} får ${countOf(granted)} ${first}; ${limit(one.rule, 'least', wanted)}.`;
  },
};

function peopleIn({ attendees }: { readonly attendees: readonly string[] }, names: Names): string {
  return listed(attendees.map(names.attendee));
}

function sessionsIn({ sessions }: { readonly sessions: readonly string[] }, names: Names): string {
  return listed(sessions.map((id) => sessionOf(names, id)));
}

function typesOf({ types }: { readonly types: readonly string[] }, names: Names): string {
  return listed(types.map(names.type), 'eller');
}

function limit(rule: string, bound: 'least' | 'most', wanted: number): string {
  return bound === 'least'
    ? `regelen ${rule} krever minst ${wanted}`
    : `regelen ${rule} tillater høyst ${wanted}`;
}
