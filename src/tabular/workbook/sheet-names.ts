const LONGEST = 31;

/**
 * Names that Excel takes for these sheets: at most 31 UTF-16 units, without `[]:*?/\`, no quote at an end, no two that
 * differ in capitals only, none that is "History" (Excel keeps that one to itself).
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set(['history']);
  return titles.map((title) => {
    const plain = cut(clean(title), LONGEST) || 'Sheet';
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const end = ` (${count})`;
      name = `${cut(plain, LONGEST - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function clean(title: string): string {
  return title
    .replaceAll(/[[\]:*?/\\]/g, '-')
    .replaceAll(/[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .replaceAll(/^[\s']+|[\s']+$/g, '');
}

/** No half of a surrogate pair, no quote or blank at the end. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
}
