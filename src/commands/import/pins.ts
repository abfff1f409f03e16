import { join } from 'node:path';
import { movePins } from '../../core/assign/move-pins.ts';
import type { ImportPlan } from '../../core/registrations/plan-import.ts';
import { hasErrors, SosentError } from '../../errors.ts';
import type { FileChange } from '../../folder/commit-files.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { PINS_FILE, pinsFile, readPins } from '../../folder/pins.ts';
import type { Problem } from '../../model/problem.ts';

/**
 * Pins follow people who were put together. Throws SOS404 where the pins of the two cannot both be kept, so that
 * nothing is written.
 */
export async function settlePins(
  folder: EventFolder,
  { joins, attendees }: ImportPlan,
): Promise<{ readonly files: readonly FileChange[]; readonly problems: readonly Problem[] }> {
  if (joins.length === 0) return { files: [], problems: [] };
  const pins = requireSound(await readPins(folder));
  const people = { attendees: [...attendees], joins };
  const moved = movePins(folder.event, pins, people, join(folder.shownRoot, PINS_FILE));
  if (hasErrors(moved.problems)) throw new SosentError(moved.problems);
  if (moved.problems.length === 0) return { files: [], problems: [] };
  const file = await pinsFile(folder, new Map(moved.pins.map((pin) => [pin.line, pin.attendee])));
  return { files: file === undefined ? [] : [file], problems: moved.problems };
}
