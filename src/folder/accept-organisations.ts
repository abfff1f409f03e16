import { join } from 'node:path';
import { SosentError } from '../errors.ts';
import type { Organisation } from '../model/event.ts';
import type { FileChange } from './commit-files.ts';
import { addToYamlList } from './config/edit-yaml.ts';
import { parseEvent } from './config/parse-event.ts';
import { readEventText } from './config/read-event-text.ts';
import { EVENT_FILE, type EventFolder } from './event-folder.ts';

/**
 * The event folder as it is with more `organisations:` in its sosent.yaml, and that file. New aliases of an
 * organisation that is listed already go to its entry. Nothing is written.
 */
export async function acceptOrganisations(
  folder: EventFolder,
  accepted: readonly Organisation[],
): Promise<{ readonly folder: EventFolder; readonly file: FileChange }> {
  const shown = join(folder.shownRoot, EVENT_FILE);
  const text = await readEventText(join(folder.root, EVENT_FILE), shown);
  const listed = folder.event.organisations.map((one) => one.name);
  const content = accepted.reduce((yaml, { name, aliases }) => {
    const index = listed.indexOf(name);
    if (index === -1) {
      return addToYamlList(yaml, ['organisations'], aliases.length === 0 ? { name } : { name, aliases });
    }
    return aliases.reduce(
      (more, alias) => addToYamlList(more, ['organisations', index, 'aliases'], alias),
      yaml,
    );
  }, text);
  const { value: event, problems } = parseEvent(content, shown);
  if (event === undefined) throw new SosentError(problems);
  return { folder: { ...folder, event, problems }, file: { path: EVENT_FILE, content } };
}
