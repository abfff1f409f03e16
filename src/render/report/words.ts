import type { Language } from '../../model/text.ts';
import { ENGLISH } from './words-en.ts';
import { NORWEGIAN } from './words-nb.ts';

/** What the report says in each of its languages. */
export type Words = typeof ENGLISH;

/** The language of the page: Norwegian where the event speaks it, else English. */
export function pageLanguage(language: Language): 'nb' | 'en' {
  return ['nb', 'nn', 'no'].includes(language) ? 'nb' : 'en';
}

export function wordsOf(language: Language): Words {
  return pageLanguage(language) === 'nb' ? NORWEGIAN : ENGLISH;
}
