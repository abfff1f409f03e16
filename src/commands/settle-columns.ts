import type { EventFolder } from '../folder/event-folder.ts';
import { saveColumns } from '../folder/save-columns.ts';
import type { ColumnMapping } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { parseMapOption, requireHeaders } from '../sources/columns/parse-map-option.ts';
import type { ReadRegistrations } from '../sources/read-rows.ts';
import { askColumns } from './ask-columns.ts';
import type { CommandContext } from './command.ts';

/** How the files of one import are read, given the organiser's word on columns. */
interface Reading {
  readonly folder: EventFolder;
  /** `--map` as typed. */
  readonly maps: readonly string[];
  /** Whether answers may be written to sosent.yaml. */
  readonly mayWrite: boolean;
  readonly read: (columns: readonly ColumnMapping[]) => Promise<readonly ReadRegistrations[]>;
}

/**
 * Reads the files with `--map` before `columns:` of sosent.yaml. What is still unclear is asked at the terminal,
 * offered to be kept in sosent.yaml, and the files are read again; without a terminal, their problems say how to
 * settle it. Throws SOS101, SOS216 and SOS237 for a `--map` that cannot be.
 */
export async function settleColumns(
  context: CommandContext,
  { folder, maps, mayWrite, read }: Reading,
): Promise<{ readonly readings: readonly ReadRegistrations[]; readonly problems: readonly Problem[] }> {
  const mapped = maps.map(parseMapOption);
  const columns = [...mapped, ...folder.event.columns];
  const readings = await read(columns);
  requireHeaders(
    mapped,
    readings.flatMap((one) => one.columns.map(({ header }) => header)),
  );
  const { prompt } = context;
  if (prompt === undefined || context.yes) return { readings, problems: [] };
  const told = await askColumns(prompt, readings);
  if (told.length === 0) return { readings, problems: [] };
  const keep = mayWrite && (await prompt.confirm('Keep this in sosent.yaml for the next file?', true));
  const problems = keep ? await saveColumns(folder, context.clock.now(), told) : [];
  return { readings: await read([...told, ...columns]), problems };
}
