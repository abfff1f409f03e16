import { type Language, ownLanguage } from '../../model/text.ts';
import { ENGLISH } from './words-en.ts';
import { NORWEGIAN } from './words-nb.ts';

/** What the report says in each of its languages. */
export type Words = typeof ENGLISH;

export function wordsOf(language: Language): Words {
  return ownLanguage(language) === 'nb' ? NORWEGIAN : ENGLISH;
}
