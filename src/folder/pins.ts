import type { Pin } from '../model/placement.ts';
import type { Read } from '../model/problem.ts';
import { readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

export const PINS_FILE = 'data/pins.csv';

/**
 * The organiser's own decisions in data/pins.csv: columns `attendee` (id, code or e-mail), `session` (an exclusion
 * may name a theme), `kind` (`pin`, which an empty cell means too, or `exclude`), `reason`.
 */
export async function readPins(folder: EventFolder): Promise<Read<readonly Pin[]>> {
  const file = await readDataFile(folder, PINS_FILE, ['attendee', 'session']);
  if (file === undefined) return { value: [], problems: [] };
  const pins = file.rows.map(({ line, cell, damaged }): Pin => {
    const kind = cell('kind').trim() || 'pin';
    if (kind !== 'pin' && kind !== 'exclude') damaged('kind', `"${kind}" is neither pin nor exclude.`);
    return {
      attendee: cell('attendee').trim(),
      session: cell('session').trim(),
      kind: kind === 'exclude' ? 'exclude' : 'pin',
      reason: cell('reason'),
      line,
    };
  });
  return { value: pins, problems: file.problems };
}
