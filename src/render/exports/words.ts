import { type Language, ownLanguage } from '../../model/text.ts';
import type { Privacy } from './export.ts';

/** What the documents of exports say by themselves. */
export interface ExportWords {
  readonly yes: string;
  readonly no: string;
  readonly nobody: string;
  readonly page: string;
  readonly privacy: Readonly<Record<Privacy, string>>;
  readonly notice: Readonly<Record<Privacy, string>>;
  readonly index: { readonly title: string; readonly about: string; readonly files: string };
  /** By the name of the export: its title, and what it is for. */
  readonly exports: Readonly<Record<string, readonly [title: string, about: string]>>;
}

const WORDS = {
  en: {
    yes: 'yes',
    no: 'no',
    nobody: 'Nobody.',
    page: 'Page',
    privacy: {
      figures: 'numbers only',
      words: 'what people wrote, without names',
      names: 'names',
      health: 'names with diets or needs of access',
    },
    notice: {
      figures: '',
      words:
        'Holds what people wrote about themselves. Give it to those who need it only, and delete it after the event.',
      names: 'Holds personal data. Give it to those who need it only, and delete it after the event.',
      health:
        'Holds personal data about health. For the organisers only: do not send it on, and delete it after the event.',
    },
    index: {
      title: 'Lists for the day',
      about: 'Everything that was exported, what it is for, and what it says about people.',
      files: 'Files',
    },
    exports: {
      summary: ['The plan in numbers', 'People, seats, wishes, and the rules that were bent.'],
      programme: ['Programme', 'Every session with its time and room.'],
      placements: ['Who goes where', 'Everybody with their sessions, by name: for the information desk.'],
      rosters: ['Session rosters', 'Who sits in each session and who waits for it: for its host.'],
      'sign-in': ['Sign-in sheets', 'A sheet per session to sign, with rows for people who walk in.'],
      'door-list': [
        'Door list',
        'Everybody by the alphabet in large print, with the room of each time slot.',
      ],
      delegations: [
        'Delegation packs',
        'What each organisation takes home: who went where, what it missed, what it met, and the agenda of its workshop.',
      ],
      needs: ['Needs and solutions', 'What people look for and what they offer, theme by theme.'],
      catering: ['Catering', 'How many people have which dietary need, for the day and for each session.'],
      rooms: ['Rooms', 'How full each room gets and what is needed there.'],
      speakers: ['Speakers', 'Who has a part in the programme, when and where, and how to reach them.'],
      waitlist: ['Waitlist', 'Whom to call when a seat becomes free.'],
      changes: ['Changes', 'Who has to be told something new since the plan was published.'],
      attendees: ['Attendees', 'Everybody who is coming, with all that is known: for the organisers only.'],
      calendars: ['Calendars', "Each person's own sessions, for the calendar in their pocket."],
      report: ['Report', 'Every figure of the plan on one page, to be read, sorted and printed.'],
    },
  },
  nb: {
    yes: 'ja',
    no: 'nei',
    nobody: 'Ingen.',
    page: 'Side',
    privacy: {
      figures: 'bare tall',
      words: 'det folk har skrevet, uten navn',
      names: 'navn',
      health: 'navn med kosthold eller tilrettelegging',
    },
    notice: {
      figures: '',
      words:
        'Inneholder det folk har skrevet om seg selv. Gi det bare til dem som trenger det, og slett det etter arrangementet.',
      names:
        'Inneholder personopplysninger. Gi det bare til dem som trenger det, og slett det etter arrangementet.',
      health:
        'Inneholder personopplysninger om helse. Bare for arrangøren: ikke send det videre, og slett det etter arrangementet.',
    },
    index: {
      title: 'Lister til dagen',
      about: 'Alt som er eksportert, hva det er til, og hva det sier om folk.',
      files: 'Filer',
    },
    exports: {
      summary: ['Planen i tall', 'Personer, plasser, ønsker og avvik fra reglene.'],
      programme: ['Program', 'Hver sesjon med tid og rom.'],
      placements: ['Hvem skal hvor', 'Alle med sesjonene sine, etter navn: til informasjonsskranken.'],
      rosters: ['Deltakerlister per sesjon', 'Hvem som sitter i hver sesjon og hvem som venter: til verten.'],
      'sign-in': [
        'Oppmøtelister',
        'Et ark per sesjon til underskrift, med linjer til dem som bare dukker opp.',
      ],
      'door-list': ['Dørliste', 'Alle i alfabetisk rekkefølge og stor skrift, med rommet i hvert tidsrom.'],
      delegations: [
        'Delegasjonsmapper',
        'Det hver organisasjon tar med hjem: hvem som var hvor, hva de gikk glipp av, hvem de møtte, og dagsorden for arbeidsmøtet.',
      ],
      needs: ['Behov og løsninger', 'Hva folk trenger og hva de tilbyr, tema for tema.'],
      catering: ['Servering', 'Hvor mange som har ulike kostbehov, hele dagen og i hver sesjon.'],
      rooms: ['Rom', 'Hvor fullt hvert rom blir, og hva som trengs der.'],
      speakers: ['Innledere', 'Hvem som har en rolle i programmet, når og hvor, og hvordan du når dem.'],
      waitlist: ['Venteliste', 'Hvem du ringer når en plass blir ledig.'],
      changes: ['Endringer', 'Hvem som må få beskjed om noe nytt siden planen ble publisert.'],
      attendees: ['Deltakere', 'Alle som kommer, med alt vi vet om dem: bare for arrangøren.'],
      calendars: ['Kalendere', 'Hver persons egne sesjoner, til kalenderen i lommen.'],
      report: ['Rapport', 'Alle tall om planen på én side, til å lese, sortere og skrive ut.'],
    },
  },
} as const satisfies Readonly<Record<Language, ExportWords>>;

/** The words in a language, in English where we do not speak it. */
export function exportWords(language: Language): ExportWords {
  return WORDS[ownLanguage(language)];
}

/** Title and purpose of an export; its own name where there are no words for it. */
export function exportTitle(name: string, language: Language): readonly [title: string, about: string] {
  const { exports } = exportWords(language);
  return (Object.hasOwn(exports, name) ? exports[name] : undefined) ?? [name, ''];
}
