import type { Attendee } from '../../model/attendee.ts';
import { compareText } from '../order.ts';

/** How many people wrote the same about what they eat; case and blanks make no difference. */
export interface DietaryFigure {
  /** As the first of them wrote it. */
  readonly text: string;
  readonly people: number;
}

/** The most frequent first; people who wrote nothing are left out. */
export function figureDietary(coming: readonly Attendee[]): readonly DietaryFigure[] {
  const found = new Map<string, { text: string; people: number }>();
  for (const { dietary } of coming) {
    const text = dietary.replace(/\s+/g, ' ').trim();
    const key = text.toLowerCase();
    if (key === '') continue;
    const same = found.get(key) ?? { text, people: 0 };
    found.set(key, same);
    same.people += 1;
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.people - one.people || compareText(a, b))
    .map(([, figure]) => figure);
}
