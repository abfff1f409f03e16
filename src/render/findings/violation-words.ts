import { CONSTRAINTS } from '../../core/constraints/index.ts';
import { type Language, ownLanguage } from '../../model/text.ts';
import type { BreakableId, Violation } from '../../model/violation.ts';
import type { Names } from './names.ts';
import { CONSTRAINT_TITLES_NB, VIOLATION_WORDS_NB } from './violation-words-nb.ts';

/** A sentence for each constraint; one that has none does not compile. */
export type ViolationWords = {
  readonly [Id in BreakableId]: (violation: Violation<Id>, names: Names) => string;
};

/** What a constraint says, by its id. */
export function constraintTitle(id: string, language: Language): string {
  const found = CONSTRAINTS.find((one) => one.id === id);
  if (found === undefined) return id;
  return ownLanguage(language) === 'nb' ? CONSTRAINT_TITLES_NB[found.id] : found.title;
}

/** A violation in a sentence that names people: in English the checker's own, with titles as the checker was told. */
export function violationText(violation: Violation, language: Language, names: Names): string {
  return ownLanguage(language) === 'nb' ? wordsFor(violation, names) : violation.message;
}

function wordsFor<Id extends BreakableId>(violation: Violation<Id>, names: Names): string {
  const words: ViolationWords[Id] = VIOLATION_WORDS_NB[violation.constraint];
  return words(violation, names);
}
