const LONGEST = 40;

/**
 * A part of a file name made from a text: small letters, digits and hyphens, Nordic letters as people type them without
 * a Nordic keyboard. Nothing in it is a path, and '' where nothing is left.
 */
export function fileSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[æä]/g, 'ae')
    .replaceAll(/[øö]/g, 'o')
    .replaceAll('å', 'a')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
}

/**
 * `prefix-slug` for each text, no two alike; a number where nothing is left of a text, or another one has its slug. The
 * prefix keeps it from being a name that Windows has for a device.
 */
export function fileStems(prefix: string, texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const slug = fileSlug(text) || String(index + 1);
    let stem = `${prefix}-${slug}`;
    for (let count = 2; taken.has(stem); count += 1) stem = `${prefix}-${slug}-${count}`;
    taken.add(stem);
    return stem;
  });
}
