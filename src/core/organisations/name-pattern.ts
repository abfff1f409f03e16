/** A name in which `*` stands for any text: `Bydel *`. Capital letters do not matter. */
export function patternOf(name: string): RegExp {
  const parts = name
    .trim()
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&'));
  // One lazy star after another never backtracks far: names are short, and schema.ts allows one star.
  return new RegExp(`^${parts.join('.+')}$`, 'iu');
}
