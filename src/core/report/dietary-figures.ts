import type { Attendee } from '../../model/attendee.ts';
import { compareText } from '../order.ts';
import { type Diet, readDiet } from '../read-diet.ts';

/** How many people eat the same: known diets, however they are written, or what people wrote themselves. */
export interface DietaryFigure {
  /** Where it is people's own, as the first of them wrote it; case makes no difference. */
  readonly diet: Exclude<Diet, { readonly kind: 'none' }>;
  readonly people: number;
}

/** The most frequent first, as the kitchen counts them; people who eat everything are left out. */
export function figureDietary(coming: readonly Attendee[]): readonly DietaryFigure[] {
  const found = new Map<string, { readonly diet: DietaryFigure['diet']; people: number }>();
  for (const { dietary } of coming) {
    const diet = readDiet(dietary);
    if (diet.kind === 'none') continue;
    const key = diet.kind === 'own' ? `own ${diet.text.toLowerCase()}` : `known ${diet.ids.join(' ')}`;
    const same = found.get(key) ?? { diet, people: 0 };
    found.set(key, same);
    same.people += 1;
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.people - one.people || compareText(a, b)) // known ones first
    .map(([, figure]) => figure);
}
