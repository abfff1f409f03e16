import type { EventFolder } from '../../folder/event-folder.ts';
import { saveColumns } from '../../folder/save-columns.ts';
import type { ColumnMapping } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { parseMapOption, requireHeaders } from '../../sources/columns/parse-map-option.ts';
import type { OpenedFile } from '../../sources/read-rows.ts';
import type { CommandContext } from '../command.ts';
import { askColumns } from './ask-columns.ts';

/** How the files of one import are opened, given the organiser's word on columns. */
interface Opening {
  readonly folder: EventFolder;
  /** `--map` as typed. */
  readonly maps: readonly string[];
  /** Whether answers may be written to sosent.yaml. */
  readonly mayWrite: boolean;
  readonly open: (columns: readonly ColumnMapping[]) => Promise<readonly OpenedFile[]>;
}

/**
 * Opens the files with `--map` before `columns:` of sosent.yaml. What is still unclear is asked at the terminal,
 * offered to be kept in sosent.yaml, and the files are opened again; without a terminal, their problems say how to
 * settle it. Throws SOS101, SOS216 and SOS237 for a `--map` that cannot be.
 */
export async function settleColumns(
  context: CommandContext,
  { folder, maps, mayWrite, open }: Opening,
): Promise<{ readonly files: readonly OpenedFile[]; readonly problems: readonly Problem[] }> {
  const mapped = maps.map(parseMapOption);
  const columns = [...mapped, ...folder.event.columns];
  const files = await open(columns);
  requireHeaders(
    mapped,
    files.flatMap((one) => one.columns.map(({ header }) => header)),
  );
  const { prompt } = context;
  if (prompt === undefined || context.yes) return { files, problems: [] };
  const told = await askColumns(prompt, files);
  if (told.length === 0) return { files, problems: [] };
  const keep = mayWrite && (await prompt.confirm('Keep this in sosent.yaml for the next file?', true));
  const problems = keep ? await saveColumns(folder, context.clock.now(), told) : [];
  return { files: await open([...told, ...columns]), problems };
}
