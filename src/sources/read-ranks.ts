import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { WishCell } from '../model/registration.ts';
import type { TableRow } from '../tabular/table.ts';
import { themeOfHeader } from './columns/find-grids.ts';
import { findCellRank } from './columns/find-wish-rank.ts';
import type { ColumnUse, RowReading } from './source.ts';

/**
 * Adds to a reading the wishes of columns that are themes and hold ranks. A table without such columns pays nothing.
 */
export function rankReader(
  columns: readonly ColumnUse[],
): (reading: RowReading, row: TableRow) => RowReading {
  const ranked = columns.flatMap(({ header, field }, index) =>
    field === 'rank' ? [{ header, index, theme: themeOfHeader(header) }] : [],
  );
  if (ranked.length === 0) return (reading) => reading;
  return (reading, { cells, line }) => {
    const [registration] = reading.registrations;
    if (registration === undefined) return reading;
    const wishes: WishCell[] = [];
    const problems: Problem[] = [];
    for (const { header, index, theme } of ranked) {
      const cell = cells[index]?.trim() ?? '';
      const rank = findCellRank(cell);
      if (rank !== undefined) wishes.push({ rank, text: theme, column: header });
      else if (!NO_RANK.test(cell)) problems.push(noRank(registration.origin.file, line, header, cell));
    }
    return {
      ...reading,
      registrations: [{ ...registration, wishes: [...registration.wishes, ...wishes] }],
      problems: [...reading.problems, ...problems],
    };
  };
}

/** What a grid or a person says for "I do not wish for this". */
const NO_RANK =
  /^([-–—.0x]*|n\/?a|nei|no|none|ingen|ikke (aktuelt|interessert|valgt)|not (interested|relevant|applicable))$/i;

function noRank(file: string, line: number, column: string, cell: string): Problem {
  return problem('SOS229', `"${cell}" is not a rank such as 1 or "First choice"; the wish was left out.`, {
    location: { file, line, column },
    hint: 'Write the number of the wish, 1 for the most wanted, and import the file again.',
  });
}
