import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PIN_KINDS, type Pin } from '../model/placement.ts';
import type { Read } from '../model/problem.ts';
import { decode } from '../tabular/decode.ts';
import { dialectOf } from '../tabular/dialect.ts';
import { writeTable } from '../tabular/write-table.ts';
import type { FileChange } from './commit-files.ts';
import { readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

export const PINS_FILE = 'data/pins.csv';

/**
 * The organiser's own decisions in data/pins.csv: columns `attendee` (id, code or e-mail), `session` (what the kind
 * speaks of), `kind` (see `PIN_KINDS`; an empty cell is a pin), `reason`.
 */
export async function readPins(folder: EventFolder): Promise<Read<readonly Pin[]>> {
  const file = await readDataFile(folder, PINS_FILE, ['attendee', 'session']);
  if (file === undefined) return { value: [], problems: [] };
  const pins = Array.from(file.rows, ({ line, cell, damaged }): Pin => {
    const kind = cell('kind').trim() || 'pin';
    const known = PIN_KINDS.find((one) => one === kind);
    if (known === undefined) damaged('kind', `"${kind}" is none of ${PIN_KINDS.join(', ')}.`);
    return {
      attendee: cell('attendee').trim(),
      session: cell('session').trim(),
      kind: known ?? 'pin',
      reason: cell('reason'),
      line,
    };
  });
  return { value: pins, problems: file.problems };
}

/**
 * data/pins.csv with other names of attendees, by line; every other cell, column and the dialect in which the organiser
 * or Excel has saved it stay. Call it only where the file has been read.
 */
export async function pinsFile(
  folder: EventFolder,
  names: ReadonlyMap<number, string>,
): Promise<FileChange<string> | undefined> {
  const file = await readDataFile(folder, PINS_FILE, ['attendee', 'session']);
  if (file === undefined) return undefined;
  const rows = Array.from(file.rows, ({ line, cell }) =>
    file.headers.map((header) => (header === 'attendee' ? (names.get(line) ?? cell(header)) : cell(header))),
  );
  const bytes = await readFile(join(folder.root, PINS_FILE));
  const semicolons = dialectOf(decode(bytes).text).delimiter === ';';
  const mark = bytes.subarray(0, 3).equals(Buffer.from('\ufeff'));
  const content = writeTable(file.headers, rows, { delimiter: semicolons ? ';' : ',', mark });
  return { path: PINS_FILE, content };
}
