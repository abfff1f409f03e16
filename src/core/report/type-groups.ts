import { SMALL } from './suppress.ts';

/** Attendee types that stand together: one, or all that fewer than five people have, and what they need to be five. */
export interface TypeGroup {
  /** Ids; '' where people have none. */
  readonly ids: readonly string[];
  readonly people: number;
}

/** The largest first, the merged ones last; each of at least five people where there are so many. */
export function groupTypes(types: readonly string[]): readonly TypeGroup[] {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const bySize = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const merged: string[] = [];
  let people = 0;
  while (bySize.length > 0) {
    const [type, count] = bySize.at(-1) ?? ['', 0];
    if (count >= SMALL && (people === 0 || people >= SMALL)) break;
    merged.push(type);
    people += count;
    bySize.pop();
  }
  return [
    ...bySize.map(([type, count]) => ({ ids: [type], people: count })),
    ...(merged.length === 0 ? [] : [{ ids: merged.toReversed(), people }]),
  ];
}
