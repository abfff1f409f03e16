import { type ImportPlan, planImport } from '../../core/registrations/plan-import.ts';
import type { TakenRows } from '../../core/registrations/take-rows.ts';
import { SosentError } from '../../errors.ts';
import { ATTENDEES_FILE, attendeesInPieces, readAttendees } from '../../folder/attendees.ts';
import { requireSound } from '../../folder/data-file.ts';
import { hashed, hashFiles } from '../../folder/data-state.ts';
import { EVENT_FILE, type EventFolder, type FolderChange } from '../../folder/event-folder.ts';
import { PINS_FILE } from '../../folder/pins.ts';
import { RECORDS_FILE, readSourceRecords, recordsInPieces } from '../../folder/source-records.ts';
import type { Terminal } from '../../ports.ts';
import type { ReadFile } from '../../sources/read-rows.ts';
import { type Means, stateAfter } from './again.ts';
import { settlePins } from './pins.ts';
import { announce, watched } from './progress.ts';
import { countsOf } from './result.ts';

/** The rows of an import, and what is to be done with them. */
export interface Work {
  readonly terminal: Terminal;
  readonly means: Means;
  readonly readings: readonly ReadFile[];
  readonly taken: TakenRows;
  readonly complete: boolean;
  readonly merges: readonly string[];
}

/** All that a plan of an import is made from, beside the rows. */
const READ_FILES = [EVENT_FILE, ATTENDEES_FILE, RECORDS_FILE, PINS_FILE];

/** A change that is shown before it is carried out. */
export interface PreviewedChange {
  readonly value: ImportPlan;
  /** The same change again; undefined where the folder is not as it was, so that it must be planned anew. */
  readonly again: () => Promise<FolderChange<ImportPlan> | undefined>;
}

/** Plans without the lock. A large list is compared once, and not again when the organiser has said yes. */
export async function previewChange(
  folder: EventFolder,
  plan: () => Promise<FolderChange<ImportPlan>>,
): Promise<PreviewedChange> {
  const before = await hashFiles(folder, READ_FILES);
  const change = await plan();
  return {
    value: change.value,
    again: async () => ((await hashFiles(folder, READ_FILES)) === before ? change : undefined),
  };
}

/** Ids of those who were put together, `[stays, goes]`: what was sent to the one who goes was sent to the one who stays. */
function joinsOf({ joins }: ImportPlan): Readonly<Record<string, unknown>> {
  return joins.length === 0 ? {} : { joins: joins.map(({ stays, goes }) => [stays.id, goes.id]) };
}

/** Nothing is written, and no line of history, where an import says nothing new: the folder stays byte-identical. */
export async function planChange(
  folder: EventFolder,
  { terminal, means, readings, taken, complete, merges }: Work,
): Promise<FolderChange<ImportPlan>> {
  announce(terminal, taken.rows.length, `Comparing ${taken.rows.length} rows with ${ATTENDEES_FILE} ...`);
  const attendees = requireSound(await readAttendees(folder));
  const records = requireSound(await readSourceRecords(folder));
  const plan = planImport({ event: folder.event, attendees, records, complete, merges }, taken);
  const wrongMerges = plan.problems.filter((one) => one.code === 'SOS250');
  if (wrongMerges.length > 0) throw new SosentError(wrongMerges);
  const pins = await settlePins(folder, plan);
  const value = { ...plan, problems: [...plan.problems, ...pins.problems] };
  const written = {
    attendees: hashed(watched(terminal, attendeesInPieces(value.attendees, value.extras))),
    records: hashed(watched(terminal, recordsInPieces(value.records, value.extras))),
  };
  const isQuiet = readings.every((one) => one.problems.length === 0);
  const state =
    isQuiet && value.changes.attendees && value.changes.records
      ? stateAfter({ ...means, folder, files: readings }, value, written)
      : undefined;
  const files = [
    ...(value.changes.attendees ? [written.attendees.change] : []),
    ...(value.changes.records ? [written.records.change] : []),
    ...pins.files,
  ];
  return {
    value,
    files,
    history: {
      files: readings.map((one) => ({
        file: one.file.split(/[\\/]/).at(-1),
        sha256: one.sha256,
        source: one.source,
        rows: one.rows,
      })),
      ...(complete ? { complete } : {}),
      counts: countsOf(value),
      ...joinsOf(value),
      ...(state === undefined ? {} : { state }),
    },
  };
}
