/** A name in which `*` stands for any text: `Bydel *`. Capital letters do not matter. */
export function patternOf(name: string): RegExp {
  const parts = name
    .trim()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'iu');
}
