/**
 * Whether two texts are one slip of the keyboard apart: a letter too many, too few or wrong, or two neighbours
 * swapped (the optimal string alignment distance is 1). Equal texts are not.
 */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (short.length < long.length) return short.slice(from) === long.slice(from + 1);
  if (short.slice(from + 1) === long.slice(from + 1)) return true;
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from];
  return swapped && short.slice(from + 2) === long.slice(from + 2);
}

/**
 * Finds the texts of a list that are one slip away from a text, without comparing it with each of them: texts one
 * slip apart are equal after one letter is taken out of each, or out of one (Garbe's symmetric deletion, 2012). For
 * texts of length n the index holds n + 1 entries each.
 */
export function nearTexts(texts: Iterable<string>): (text: string) => readonly string[] {
  const index = new Map<string, string[]>();
  for (const text of texts) {
    for (const variant of variants(text)) {
      const found = index.get(variant);
      if (found === undefined) index.set(variant, [text]);
      else found.push(text);
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (const variant of variants(text)) {
      for (const other of index.get(variant) ?? []) if (oneSlipApart(text, other)) found.add(other);
    }
    return [...found];
  };
}

/** The text, and the text without each of its letters. */
function variants(text: string): ReadonlySet<string> {
  const all = new Set([text]);
  for (let at = 0; at < text.length; at += 1) all.add(text.slice(0, at) + text.slice(at + 1));
  return all;
}
