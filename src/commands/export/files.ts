import { join } from 'node:path';
import { CALENDARS_FOLDER } from '../../render/exports/calendars.ts';
import type { RenderedFile } from '../../render/exports/export.ts';
import { type OutputFile, replaceOutputFolder, writeOutputFiles } from '../../sinks/output-files.ts';

/**
 * Puts the files in place. Calendars of people who have lost their seats since must not stay beside the others, so that
 * their folder is made anew; not where the organiser named a place, as other files may lie there.
 */
export async function writeExports(
  target: string,
  rendered: readonly RenderedFile[],
  renewsCalendars: boolean,
): Promise<void> {
  const isCalendar = ({ name }: RenderedFile): boolean => name.startsWith(`${CALENDARS_FOLDER}/`);
  const toFile = ({ name, content }: RenderedFile): OutputFile => ({ path: name, content });
  if (!renewsCalendars) return writeOutputFiles(target, rendered.map(toFile));
  await writeOutputFiles(target, rendered.filter((one) => !isCalendar(one)).map(toFile));
  await replaceOutputFolder(
    join(target, CALENDARS_FOLDER),
    rendered
      .filter(isCalendar)
      .map(({ name, content }) => ({ path: name.slice(CALENDARS_FOLDER.length + 1), content })),
  );
}

const MOST_NAMES = 12;

/** The names of the first few, for a message. */
export function firstNames(files: readonly RenderedFile[]): string {
  const names = files.slice(0, MOST_NAMES).map((one) => one.name);
  return [...names, ...(files.length > MOST_NAMES ? [`and ${files.length - MOST_NAMES} more`] : [])].join(
    ', ',
  );
}
