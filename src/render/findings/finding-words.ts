import { CATALOGUE } from '../../errors.ts';
import type { Finding, FindingCode, FindingFacts } from '../../model/finding.ts';
import { type Language, ownLanguage } from '../../model/text.ts';
import { FINDING_WORDS_NB } from './finding-words-nb.ts';
import type { Names } from './names.ts';

/** What happened, and what to do next; `next` may be ''. */
export interface FindingText {
  readonly message: string;
  readonly next: string;
}

/** A title without names, and a text, for each kind of finding; one that has none does not compile. */
export type FindingWords = {
  readonly [Code in FindingCode]: {
    readonly title: string;
    readonly text: (facts: FindingFacts[Code], names: Names) => FindingText;
  };
};

/** What a finding is about in general. */
export function findingTitle(code: FindingCode, language: Language): string {
  return ownLanguage(language) === 'nb' ? FINDING_WORDS_NB[code].title : CATALOGUE[code].title;
}

/** A finding in sentences that may name people. */
export function findingText(finding: Finding, language: Language, names: Names): FindingText {
  if (ownLanguage(language) === 'nb') return wordsFor(finding, names);
  return { message: finding.message, next: finding.hint ?? '' };
}

function wordsFor<Code extends FindingCode>({ code, facts }: Finding<Code>, names: Names): FindingText {
  const words: FindingWords[Code] = FINDING_WORDS_NB[code];
  return words.text(facts, names);
}
