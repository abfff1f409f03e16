import type { Placement, PlacementKind } from '../model/placement.ts';
import type { Read } from '../model/problem.ts';
import { writeTable } from '../tabular/write-table.ts';
import type { FileChange } from './commit-files.ts';
import { readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

const PLACEMENTS_FILE = 'data/placements.csv';
const COLUMNS = ['attendee', 'time_slot', 'session', 'how', 'rank'] as const;
const KINDS: readonly PlacementKind[] = ['assigned', 'pinned', 'waitlisted'];

/** The last plan that `assign` wrote; undefined where there is none yet. */
export async function readPlacements(folder: EventFolder): Promise<Read<readonly Placement[] | undefined>> {
  const file = await readDataFile(folder, PLACEMENTS_FILE, COLUMNS);
  if (file === undefined) return { value: undefined, problems: [] };
  const sessions = new Set(folder.event.sessions.map((session) => session.id));
  const slots = new Set(folder.event.timeSlots.map((slot) => slot.id));
  const placements = file.rows.map(({ cell, damaged }): Placement => {
    const how = cell('how');
    const session = cell('session');
    const timeSlot = cell('time_slot');
    const rank = Number(cell('rank') || '0');
    const kind = KINDS.find((one) => one === how);
    if (kind === undefined) damaged('how', `"${how}" is none of ${KINDS.join(', ')}.`);
    if (!slots.has(timeSlot)) damaged('time_slot', `There is no time slot "${timeSlot}".`);
    if (!sessions.has(session) && !(session === '' && kind === 'waitlisted')) {
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

/** data/placements.csv; rows in the order given: by attendee, then time slot; a waitlist in its own order. */
export function placementsFile(placements: readonly Placement[]): FileChange<string> {
  const rows = placements.map((one) => [
    one.attendee,
    one.timeSlot,
    one.session,
    one.kind,
    one.rank === 0 ? '' : String(one.rank),
  ]);
  return { path: PLACEMENTS_FILE, content: writeTable(COLUMNS, rows) };
}
