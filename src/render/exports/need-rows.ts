import { needsByTheme, type ThemeNeed } from '../../core/needs-by-theme.ts';
import { nameOrder } from '../../core/order.ts';
import { remember } from './export.ts';
import { peopleByName } from './places.ts';

/** By theme, then organisation and unit, then name. */
export const needsOf = remember((data): readonly ThemeNeed[] => {
  const order = nameOrder(data.language);
  const people = peopleByName(data).toSorted(
    (a, b) => order(a.organisation, b.organisation) || order(a.unit, b.unit),
  );
  return needsByTheme(data.event, people, data.placements);
});
