import type { ThemeNeed } from '../../core/needs-by-theme.ts';
import { type Export, table, titleOf } from './export.ts';
import { needsOf } from './need-rows.ts';
import { needsDocument } from './needs-document.ts';
import { personColumns } from './person-columns.ts';

/** What public buyers look for beside what social entrepreneurs offer: the seed of every conversation. */
export const needs: Export = {
  name: 'needs',
  about: 'what people look for and what they offer, by theme and unit',
  privacy: 'names',
  documents: needsDocument,
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
