import { type ImportPlan, planImport } from '../core/registrations/plan-import.ts';
import type { TakenRows } from '../core/registrations/take-rows.ts';
import { SosentError } from '../errors.ts';
import { ATTENDEES_FILE, attendeesInPieces, readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { hashed } from '../folder/data-state.ts';
import type { EventFolder, FolderChange } from '../folder/event-folder.ts';
import { readSourceRecords, recordsInPieces } from '../folder/source-records.ts';
import type { Terminal } from '../ports.ts';
import type { ReadFile } from '../sources/read-rows.ts';
import { type Means, stateAfter } from './import-again.ts';
import { settlePins } from './import-pins.ts';
import { announce, watched } from './import-progress.ts';
import { countsOf } from './import-result.ts';

/** The rows of an import, and what is to be done with them. */
export interface Work {
  readonly terminal: Terminal;
  readonly means: Means;
  readonly readings: readonly ReadFile[];
  readonly taken: TakenRows;
  readonly complete: boolean;
  readonly merges: readonly string[];
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
      ...(state === undefined ? {} : { state }),
    },
  };
}
