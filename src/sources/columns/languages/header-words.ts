import type { RegistrationField } from '../../../model/registration.ts';

/** What a column can be: a field, a whole name that begins with the family name, or a ranked list of themes. `wish.N` is found by `findWishRank`. */
export type MappableField = RegistrationField | 'familyFirst' | 'wishes';

/**
 * How people of one language head the columns of a registration form. Each text is a list with `|` between its
 * words. Case, blanks and punctuation never matter: `E-post *` and `epost` are one.
 */
export interface HeaderWords {
  /** Headers by field. Where a file has several headers of one field, the first in the list is taken. */
  readonly fields: Readonly<Partial<Record<MappableField, string>>>;
  /**
   * False friends: headers that mean something of their own here, though they are a field in another language
   * (`Styrelse`: an agency in Danish, a board in Swedish) or look like a misspelt one (`Erfahrung`, `Ernährung`).
   */
  readonly noField: string;
  /** First, second, third, ...; the forms of each with blanks between them. */
  readonly ordinals: string;
  /** What makes a numbered header a wish, in the singular: `Andre ønske` is the second one, `Andre ønsker` are others. */
  readonly choices: string;
  /** And what may stand beside them. */
  readonly beside: string;
  /** Beginnings of words in longer questions: what can be wished for, and what one does with it. */
  readonly themes: string;
  readonly wishing: string;
  /** Parts of words that tell what a longer question is about, where no column says so plainly. */
  readonly questions: Readonly<Partial<Record<MappableField, string>>>;
}
