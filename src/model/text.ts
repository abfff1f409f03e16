/** A language tag as in BCP 47, for instance `nb` or `en`. */
export type Language = string;

/**
 * A text in one or several languages, by language tag. A text that was written without a language stands under
 * `und`, the BCP 47 tag for "undetermined".
 */
export type LocalText = Readonly<Record<Language, string>>;

/** The text in the wanted language, else without language, else in the first language it was written in. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language] ?? text['und'] ?? Object.values(text)[0] ?? '';
}

/**
 * The language of sosent's own words beside texts in a language: Norwegian where Norwegian of any kind is spoken,
 * else English.
 */
export function ownLanguage(language: Language): 'nb' | 'en' {
  return ['nb', 'nn', 'no'].includes(language) ? 'nb' : 'en';
}

/** By code points: the same order on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
