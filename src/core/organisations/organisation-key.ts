/** Short and other forms of words that tell nothing apart. */
const WORDS: Readonly<Record<string, string>> = {
  kom: 'kommune',
  komm: 'kommune',
  kommun: 'kommune',
  fylkeskom: 'fylkeskommune',
  fylkeskomm: 'fylkeskommune',
  univ: 'universitet',
  universitetet: 'universitet',
  og: '&',
  och: '&',
  and: '&',
  und: '&',
  avd: 'avdeling',
};
/** What stands at the end of a company's name by law and is left out as often as not. */
const LEGAL_FORMS = new Set(['as', 'asa', 'ab', 'aps', 'gmbh', 'ltd', 'inc', 'oy', 'sa', 'ba']);

/**
 * An organisation's name for finding others that are probably the same: no capitals, accents or punctuation, æ/ae,
 * ø/o and å/aa as one, `komm.` as `kommune`, without `AS` at the end. Names with one key are near-equals, not yet one:
 * the organiser decides.
 */
export function organisationKey(name: string): string {
  const words = fold(name)
    .replace(/\b([a-z])[./]([a-z])\b\.?/g, '$1$2') // A/S, a.s.
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => WORDS[word] ?? word);
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** Letters as somebody without a Nordic keyboard types them. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/ø|ö|oe/g, 'o')
    .replace(/å|aa/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[+]/g, '&');
}
