import { openTable } from './open-table.ts';
import type { Source } from './source.ts';

/** Any table with one person per row: columns are told by their headers. */
export const generic: Source = {
  id: 'table',
  title: 'table',
  detect: () => undefined,
  open: (table, settings) => openTable(table, settings),
};
