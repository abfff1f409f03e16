import { type Language, ownLanguage } from '../../model/text.ts';

/** The few fixed words on a badge. */
export interface BadgeWords {
  readonly programme: string;
  readonly waitlisted: string;
  readonly free: string;
  /** For the band of somebody whose attendee type is unknown. */
  readonly participant: string;
  readonly hosts: string;
  /** Beside the mark of somebody who does not want to be in pictures. */
  readonly noPhotos: string;
  readonly meetings: string;
}

const WORDS = {
  en: {
    programme: 'Your programme',
    waitlisted: 'Waitlist',
    free: 'Free choice',
    participant: 'Participant',
    hosts: 'Hosted by:',
    noPhotos: 'No photos',
    meetings: 'Your meetings',
  },
  nb: {
    programme: 'Ditt program',
    waitlisted: 'Venteliste',
    free: 'Valgfritt',
    participant: 'Deltaker',
    hosts: 'Arrangører:',
    noPhotos: 'Ikke foto',
    meetings: 'Dine møter',
  },
} as const satisfies Readonly<Record<Language, BadgeWords>>;

/** The words in a language, in English where we do not speak it. */
export function badgeWords(language: Language): BadgeWords {
  return WORDS[ownLanguage(language)];
}
