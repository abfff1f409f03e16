import { createHash } from 'node:crypto';
import { type ImportDiff, type ImportPlan, unchangedDiff } from '../../core/registrations/plan-import.ts';
import { ATTENDEES_FILE } from '../../folder/attendees.ts';
import { type HashedFile, seeDataFile } from '../../folder/data-state.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { findLastEntry } from '../../folder/history.ts';
import { RECORDS_FILE } from '../../folder/source-records.ts';
import type { OpenedFile, ReadFile } from '../../sources/read-rows.ts';
import { countsOf } from './result.ts';

/** What an import is done with beside the data: this version, this event, these files read in this way. */
export interface Means {
  readonly version: string;
  readonly folder: EventFolder;
  readonly files: readonly (OpenedFile | ReadFile)[];
}

/**
 * For the history: what the folder held after an import that everybody in it came from and that had nothing to say.
 * The same import can only find that nothing is new, as long as all of this is the same. Undefined after any other.
 */
export function stateAfter(
  means: Means,
  plan: ImportPlan,
  { attendees, records }: { readonly attendees: HashedFile; readonly records: HashedFile },
): object | undefined {
  const { added, changed, unchanged, ...others } = countsOf(plan);
  const isPlain = plan.problems.length === 0 && Object.values(others).every((count) => count === 0);
  const isAll = plan.attendees.length === (added ?? 0) + (changed ?? 0) + (unchanged ?? 0);
  if (!isPlain || !isAll) return undefined;
  return {
    means: hashOf(means),
    // Asked for when the line is written, and by then the files are.
    attendees: { toJSON: attendees.sha256 },
    registrations: { toJSON: records.sha256 },
  };
}

/** The outcome of an import that is the last one over again; undefined where anything is not as it left it. */
export async function findSameImport(
  means: Means,
): Promise<{ readonly plan: ImportDiff; readonly readings: readonly ReadFile[] } | undefined> {
  const { folder, files } = means;
  const before = parseEntry(await findLastEntry(folder, 'import'));
  if (before === undefined || before.rows.length !== files.length) return undefined;
  if (before.means !== hashOf(means)) return undefined;
  const [attendees, records] = await Promise.all([
    seeDataFile(folder, ATTENDEES_FILE),
    seeDataFile(folder, RECORDS_FILE),
  ]);
  if (attendees?.sha256 !== before.attendees || records?.sha256 !== before.registrations) return undefined;
  return {
    plan: unchangedDiff(attendees.firstCells),
    readings: files.map((file, index) => ({
      ...file,
      rows: before.rows[index] ?? 0,
      rowsAt: async () => [],
      problems: [],
    })),
  };
}

function hashOf({ version, folder, files }: Means): string {
  const read = files.map(({ file, sha256, source, encoding, delimiter, sheet, columns, usable }) => [
    file.split(/[\\/]/).at(-1),
    sha256,
    source,
    encoding,
    delimiter,
    sheet,
    columns,
    usable,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([version, folder.event, read]))
    .digest('hex');
}

interface LastImport {
  readonly means: string;
  readonly attendees: string;
  readonly registrations: string;
  /** Of each file. */
  readonly rows: readonly number[];
}

/** The history is a file of the organiser's folder: any line may have become something else. */
function parseEntry(entry: Readonly<Record<string, unknown>> | undefined): LastImport | undefined {
  const { state, files } = entry ?? {};
  if (typeof state !== 'object' || state === null || !Array.isArray(files)) return undefined;
  const { means, attendees, registrations }: Record<string, unknown> = { ...state };
  const rows = files.flatMap((one: unknown): number[] => {
    const { rows: count }: Record<string, unknown> = { ...(one as object) };
    return typeof count === 'number' ? [count] : [];
  });
  if (typeof means !== 'string' || typeof attendees !== 'string' || typeof registrations !== 'string') {
    return undefined;
  }
  return { means, attendees, registrations, rows };
}
