import type { Placement, PlacementKind } from '../model/placement.ts';
import type { Read } from '../model/problem.ts';
import { writeTable } from '../tabular/write-table.ts';
import type { FileChange } from './commit-files.ts';
import { readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

export const PLACEMENTS_FILE = 'data/placements.csv';
/** What people were told: the plan that was published last. */
export const PUBLISHED_FILE = 'data/published.csv';
/** What they had been told before: a plan that followed it can be recomputed from there. */
export const PUBLISHED_BEFORE_FILE = 'data/published-before.csv';
const COLUMNS = ['attendee', 'time_slot', 'session', 'how', 'rank'] as const;
const KINDS: readonly PlacementKind[] = ['assigned', 'pinned', 'waitlisted'];

/** The last plan that `assign` wrote; undefined where there is none yet. */
export async function readPlacements(folder: EventFolder): Promise<Read<readonly Placement[] | undefined>> {
  return readPlanFile(folder, PLACEMENTS_FILE, true);
}

/** A plan that was published; its sessions and time slots may have left the programme since. */
export async function readPublished(
  folder: EventFolder,
  path: typeof PUBLISHED_FILE | typeof PUBLISHED_BEFORE_FILE = PUBLISHED_FILE,
): Promise<Read<readonly Placement[] | undefined>> {
  return readPlanFile(folder, path, false);
}

async function readPlanFile(
  folder: EventFolder,
  path: string,
  mustExist: boolean,
): Promise<Read<readonly Placement[] | undefined>> {
  const file = await readDataFile(folder, path, COLUMNS);
  if (file === undefined) return { value: undefined, problems: [] };
  const sessions = new Set(folder.event.sessions.map((session) => session.id));
  const slots = new Set(folder.event.timeSlots.map((slot) => slot.id));
  const placements = Array.from(file.rows, ({ cell, damaged }): Placement => {
    const how = cell('how');
    const session = cell('session');
    const timeSlot = cell('time_slot');
    const rank = Number(cell('rank') || '0');
    const kind = KINDS.find((one) => one === how);
    if (kind === undefined) damaged('how', `"${how}" is none of ${KINDS.join(', ')}.`);
    if (mustExist && !slots.has(timeSlot)) damaged('time_slot', `There is no time slot "${timeSlot}".`);
    if (mustExist && !sessions.has(session) && !(session === '' && kind === 'waitlisted')) {
      damaged(
        'session',
        `There is no session "${session}" in sosent.yaml; \`sosent assign\` makes a new plan.`,
      );
    }
    if (!Number.isInteger(rank) || rank < 0) damaged('rank', `"${cell('rank')}" is not a rank.`);
    return {
      attendee: cell('attendee'),
      timeSlot,
      session,
      kind: kind ?? 'assigned',
      rank,
    };
  });
  return { value: placements, problems: file.problems };
}

/** data/placements.csv, or another file of a plan; rows in the order given: by attendee, then time slot; a waitlist in its own order. */
export function placementsFile(
  placements: readonly Placement[],
  path: string = PLACEMENTS_FILE,
): FileChange<string> {
  const rows = placements.map((one) => [
    one.attendee,
    one.timeSlot,
    one.session,
    one.kind,
    one.rank === 0 ? '' : String(one.rank),
  ]);
  return { path, content: writeTable(COLUMNS, rows) };
}
