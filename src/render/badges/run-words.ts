import { type Language, ownLanguage } from '../../model/text.ts';

/** The fixed words on the cover of an envelope and on a blank badge. */
export interface RunWords {
  /** Above the lines of a blank badge. */
  readonly name: string;
  readonly organisation: string;
  /** `12 badges`. */
  readonly badges: (count: number) => string;
  /** `2 of 3`: covers of one envelope. */
  readonly part: (part: number, parts: number) => string;
  /** The group of those who belong to no other. */
  readonly others: string;
}

const WORDS = {
  en: {
    name: 'Name',
    organisation: 'Organisation',
    badges: (count) => (count === 1 ? '1 badge' : `${count} badges`),
    part: (part, parts) => `${part} of ${parts}`,
    others: 'All others',
  },
  nb: {
    name: 'Navn',
    organisation: 'Organisasjon',
    badges: (count) => `${count} navneskilt`,
    part: (part, parts) => `${part} av ${parts}`,
    others: 'Alle andre',
  },
} as const satisfies Readonly<Record<Language, RunWords>>;

/** The words in a language, in English where we do not speak it. */
export function runWords(language: Language): RunWords {
  return WORDS[ownLanguage(language)];
}
