import type { PrintedBadge } from '../model/printed-badge.ts';
import type { Read } from '../model/problem.ts';
import { writeTable } from '../tabular/write-table.ts';
import type { FileChange } from './commit-files.ts';
import { readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

const PRINTED_BADGES_FILE = 'data/printed-badges.csv';
const COLUMNS = ['printed', 'attendee', 'badge', 'look'] as const;

/** Which badges were printed when, oldest first; undefined where no print run is known. */
export async function readPrintedBadges(
  folder: EventFolder,
): Promise<Read<readonly PrintedBadge[] | undefined>> {
  const file = await readDataFile(folder, PRINTED_BADGES_FILE, COLUMNS);
  if (file === undefined) return { value: undefined, problems: [] };
  const value = file.rows.map(({ cell, damaged }): PrintedBadge => {
    const printed = cell('printed');
    if (Number.isNaN(Date.parse(printed))) damaged('printed', `"${printed}" is no time.`);
    return { printed, attendee: cell('attendee'), badge: cell('badge'), look: cell('look') };
  });
  return { value, problems: file.problems };
}

/** The file, to be committed when the badges of its last lines lie on the disk. */
export function printedBadgesFile(lines: readonly PrintedBadge[]): FileChange<string> {
  const rows = lines.map((one) => COLUMNS.map((column) => one[column]));
  return { path: PRINTED_BADGES_FILE, content: writeTable(COLUMNS, rows) };
}
