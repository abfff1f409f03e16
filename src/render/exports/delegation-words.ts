import { type Language, ownLanguage } from '../../model/text.ts';

/** What the pack of a delegation says by itself. */
export interface PackWords {
  readonly subtitle: (event: string) => string;
  readonly people: string;
  readonly units: string;
  readonly themes: string;
  readonly sessions: string;
  readonly of: (some: number, all: number) => string;
  readonly agenda: string;
  readonly howTo: string;
  readonly item: string;
  readonly owner: string;
  readonly nextStep: string;
  readonly by: string;
  readonly together: string;
  readonly heard: (people: number) => string;
  readonly coverage: string;
  readonly total: string;
  readonly everywhere: string;
  readonly gaps: string;
  readonly alone: string;
  readonly wereHere: (people: number, sessions: number) => string;
  readonly nobodyHere: string;
  readonly canTell: string;
  readonly brought: string;
  readonly broughtHow: string;
  readonly nothingBrought: string;
  readonly met: string;
  readonly metHow: string;
  readonly type: string;
  readonly from: string;
  readonly unknownType: string;
  readonly offered: string;
  readonly offeredHow: string;
  readonly solution: string;
  readonly whoMet: string;
  readonly ofYou: (count: number) => string;
  readonly where: string;
  readonly notes: string;
  readonly ownSolutions: string;
  readonly whoWasWhere: string;
}

const WORDS = {
  en: {
    subtitle: (event) =>
      `What you take home from ${event}: who was where, whom you met, and the agenda of your workshop.`,
    people: 'People',
    units: 'Units',
    themes: 'Themes covered',
    sessions: 'Sessions covered',
    of: (some, all) => `${some} of ${all}`,
    agenda: 'Agenda of your workshop',
    howTo:
      'Start with the needs you brought. Then take the themes one by one: those who were there tell what they heard, and all look at what was offered. Give each theme an owner before you go on.',
    item: 'Theme',
    owner: 'Owner',
    nextStep: 'Next step',
    by: 'By',
    together: 'What we do together, and when we meet again',
    heard: (people) => (people === 1 ? '1 was there' : `${people} were there`),
    coverage: 'Where you were',
    total: 'People',
    everywhere: 'Somebody of you was in every session.',
    gaps: 'None of you was here:',
    alone: 'Only one of you heard this. Ask:',
    wereHere: (people, sessions) =>
      `${people === 1 ? '1 of you was' : `${people} of you were`} here, in ${sessions === 1 ? '1 session' : `${sessions} sessions`}.`,
    nobodyHere: 'None of you was here.',
    canTell: 'Who can tell about it',
    brought: 'Needs you brought',
    broughtHow:
      'In the words of the registrations. Which of them was answered on the day, and who follows up?',
    nothingBrought: 'Nobody of you stated a need. Which ones do you have?',
    met: 'Whom you met',
    metHow: 'Others who sat in the same sessions as somebody of you.',
    type: 'Type',
    from: 'From',
    unknownType: 'Others',
    offered: 'What others offer here',
    offeredHow:
      'Of those who put this theme first. Beside it, who of you sat in a session of the theme with them.',
    solution: 'Solution',
    whoMet: 'Who of you met them',
    ofYou: (count) => `${count} of you`,
    where: 'When and where',
    notes: 'Notes: what did we hear, what do we try?',
    ownSolutions: 'What you offer yourselves',
    whoWasWhere: 'Who was where',
  },
  nb: {
    subtitle: (event) =>
      `Det dere tar med hjem fra ${event}: hvem som var hvor, hvem dere møtte, og dagsorden for arbeidsmøtet.`,
    people: 'Personer',
    units: 'Enheter',
    themes: 'Temaer dekket',
    sessions: 'Sesjoner dekket',
    of: (some, all) => `${some} av ${all}`,
    agenda: 'Dagsorden for arbeidsmøtet',
    howTo:
      'Begynn med behovene dere kom med. Ta så temaene ett for ett: de som var der, forteller hva de hørte, og alle ser på det som ble tilbudt. Gi hvert tema en ansvarlig før dere går videre.',
    item: 'Tema',
    owner: 'Ansvarlig',
    nextStep: 'Neste skritt',
    by: 'Frist',
    together: 'Det vi gjør sammen, og når vi møtes igjen',
    heard: (people) => `${people} var der`,
    coverage: 'Hvor dere var',
    total: 'Personer',
    everywhere: 'Noen av dere var i hver eneste sesjon.',
    gaps: 'Ingen av dere var her:',
    alone: 'Bare én av dere har hørt dette. Spør:',
    wereHere: (people, sessions) =>
      `${people} av dere var her, i ${sessions === 1 ? '1 sesjon' : `${sessions} sesjoner`}.`,
    nobodyHere: 'Ingen av dere var her.',
    canTell: 'Hvem som kan fortelle',
    brought: 'Behov dere kom med',
    broughtHow: 'Slik de står i påmeldingene. Hvilke fikk svar i løpet av dagen, og hvem følger opp?',
    nothingBrought: 'Ingen av dere oppga et behov. Hvilke har dere?',
    met: 'Hvem dere møtte',
    metHow: 'Andre som satt i de samme sesjonene som noen av dere.',
    type: 'Type',
    from: 'Fra',
    unknownType: 'Andre',
    offered: 'Det andre tilbyr her',
    offeredHow:
      'Fra dem som hadde dette temaet øverst på ønskelisten. Ved siden av står det hvem av dere som satt i en sesjon i temaet sammen med dem.',
    solution: 'Løsning',
    whoMet: 'Hvem av dere møtte dem',
    ofYou: (count) => `${count} av dere`,
    where: 'Når og hvor',
    notes: 'Notater: hva hørte vi, hva prøver vi?',
    ownSolutions: 'Det dere tilbyr selv',
    whoWasWhere: 'Hvem som var hvor',
  },
} as const satisfies Readonly<Record<Language, PackWords>>;

/** The words in a language, in English where we do not speak it. */
export function packWords(language: Language): PackWords {
  return WORDS[ownLanguage(language)];
}
