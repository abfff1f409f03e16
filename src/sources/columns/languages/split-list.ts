/** The words of a list as the languages write them, with `|` between. */
export function splitList(list: string): readonly string[] {
  return list.split('|').map((word) => word.replace(/\s+/g, ' ').trim());
}
