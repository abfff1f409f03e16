import { join } from 'node:path';
import { EXIT, problem, SosentError } from '../errors.ts';
import type { ColumnMapping } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { addColumns } from './config/add-columns.ts';
import { readEventText } from './config/read-event-text.ts';
import { changeFolder, EVENT_FILE, type EventFolder } from './event-folder.ts';

/**
 * Writes what columns mean into sosent.yaml, with everything else in it as it stands, and into the history. Gives back
 * SOS240 where the file is written in a way that does not allow it, or cannot be replaced: the import goes on. Throws
 * SOS103 where another command is at work.
 */
export async function saveColumns(
  folder: EventFolder,
  now: Date,
  columns: readonly ColumnMapping[],
): Promise<readonly Problem[]> {
  const file = join(folder.shownRoot, EVENT_FILE);
  const save = changeFolder<readonly Problem[]>(folder, 'import', now, async () => {
    const text = await readEventText(join(folder.root, EVENT_FILE), file); // anew: an editor may have saved it since
    const content = addColumns(text, columns);
    if (content === undefined) return { value: [notSaved(file, columns)], files: [] };
    const mapped = Object.fromEntries(columns.map(({ header, field }) => [header, field]));
    return { value: [], files: [{ path: EVENT_FILE, content }], history: { columns: mapped } };
  });
  return save.catch((error: unknown) => {
    if (error instanceof SosentError && error.exit === EXIT.outsideFailed) return [notSaved(file, columns)];
    throw error;
  });
}

function notSaved(file: string, columns: readonly ColumnMapping[]): Problem {
  const lines = columns.map(({ header, field }) => `  ${JSON.stringify(header)}: ${field}`);
  return problem('SOS240', `What you answered could not be added to ${file}; this import uses it.`, {
    location: { file },
    hint: `Add it yourself:\n${['  columns:', ...lines.map((line) => `  ${line}`)].join('\n')}`,
  });
}
