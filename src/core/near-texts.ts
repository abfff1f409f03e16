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
 * More texts than this that are equal without one letter are a family, such as "Avdeling A" to "Avdeling Z", and none
 * of them is a slip for another. The limit also keeps a list of 100,000 codes from being compared pair by pair.
 */
const LARGEST_FAMILY = 12;

/**
 * Finds the texts of a list that are one slip away from a text, without comparing it with each of them: texts one
 * slip apart are equal after one letter is taken out of each, or out of one (Garbe's symmetric deletion, 2012). For
 * a text of length n the index holds n + 1 numbers. Of a large family, none is found.
 */
export function nearTexts(texts: Iterable<string>): (text: string) => readonly string[] {
  const index = new Map<number, string[]>();
  for (const text of texts) {
    for (const variant of variants(text)) {
      const found = index.get(variant);
      if (found === undefined) index.set(variant, [text]);
      else if (found.length <= LARGEST_FAMILY) found.push(text);
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (const variant of variants(text)) {
      const others = index.get(variant) ?? [];
      if (others.length > LARGEST_FAMILY) continue;
      for (const other of others) if (oneSlipApart(text, other)) found.add(other);
    }
    return [...found];
  };
}

/** Any odd number that spreads letters well; FNV-1's prime. */
const BASE = 16_777_619;

/**
 * The text, and the text without each of its letters, as 32-bit hashes: a polynomial in BASE, so that leaving one
 * letter out takes two steps and no new text. Equal texts have equal hashes; `oneSlipApart` sorts out the others.
 */
function variants(text: string): ReadonlySet<number> {
  const { length } = text;
  // after[i]: the hash of what follows place i - 1; a hot loop, so the numbers are changed in place.
  const after = new Int32Array(length + 1);
  for (let at = length - 1, power = 1; at >= 0; at -= 1) {
    after[at] = (after[at + 1] ?? 0) + Math.imul(text.charCodeAt(at) + 1, power);
    power = Math.imul(power, BASE);
  }
  const powers = new Int32Array(length + 1).fill(1);
  for (let at = 1; at <= length; at += 1) powers[at] = Math.imul(powers[at - 1] ?? 1, BASE);
  const all = new Set([after[0] ?? 0]);
  for (let at = 0, before = 0; at < length; at += 1) {
    all.add((Math.imul(before, powers[length - 1 - at] ?? 1) + (after[at + 1] ?? 0)) | 0);
    before = (Math.imul(before, BASE) + text.charCodeAt(at) + 1) | 0;
  }
  return all;
}
