import { needsByTheme, type ThemeNeed } from '../../core/needs-by-theme.ts';
import { nameOrder } from '../../core/order.ts';
import { type Export, remember, table, titleOf } from './export.ts';
import { personColumns } from './person-columns.ts';
import { peopleByName } from './places.ts';

/** By theme, then organisation and unit, then name. */
export const needsOf = remember((data): readonly ThemeNeed[] => {
  const order = nameOrder(data.language);
  const people = peopleByName(data).toSorted(
    (a, b) => order(a.organisation, b.organisation) || order(a.unit, b.unit),
  );
  return needsByTheme(data.event, people, data.placements);
});

/** What public buyers look for beside what social entrepreneurs offer: the seed of every conversation. */
export const needs: Export = {
  name: 'needs',
  about: 'what people look for and what they offer, by theme and unit',
  privacy: 'names',
  tables: [
    table(
      {
        name: '',
        about:
          'one row per theme and person with a need or a solution; the theme is the one they wished for most, else those in which they sit',
      },
      needsOf,
      [
        ['theme', 'id of the theme; empty where nothing tells', (row) => row.theme],
        [
          'theme_title',
          'its title',
          (row, data) => titleOf(data, data.event.themes.find((one) => one.id === row.theme)?.title),
        ],
        ...personColumns<ThemeNeed>(
          (row) => row.attendee,
          ['organisation', 'unit', 'type', 'name', 'needs', 'solutions', 'code'],
        ),
      ],
    ),
  ],
};
