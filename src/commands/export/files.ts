import { join } from 'node:path';
import { CALENDARS_FOLDER } from '../../render/exports/calendars.ts';
import type { RenderedFile } from '../../render/exports/export.ts';
import { type OutputFile, replaceOutputFolder, writeOutputFiles } from '../../sinks/output-files.ts';
import type { ExportOptions } from '../export.ts';
import { type ExportChoice, hasCalendars } from './choose.ts';

/** What is made anew, so that nothing of an earlier run is left in it: the whole folder, that of calendars, or nothing. */
type Renewed = 'all' | 'calendars' | 'nothing';

/** Only the whole set in its usual formats renews the folder, and nothing does in a place that the organiser named. */
export function renewedBy(choice: ExportChoice, { format, out, shared }: ExportOptions): Renewed {
  if (out !== undefined) return 'nothing';
  if (choice.isAll && format === undefined && shared !== true) return 'all';
  return hasCalendars(choice) ? 'calendars' : 'nothing';
}

/**
 * Puts the files in place. Calendars of people who have lost their seats since, or the pack of a delegation that is none any
 * more, must not stay beside the others; but where the organiser named a place, other files may lie there.
 */
export async function writeExports(
  target: string,
  rendered: readonly RenderedFile[],
  renewed: Renewed,
): Promise<void> {
  const isCalendar = ({ name }: RenderedFile): boolean => name.startsWith(`${CALENDARS_FOLDER}/`);
  const toFile = ({ name, content }: RenderedFile): OutputFile => ({ path: name, content });
  if (renewed === 'all') return replaceOutputFolder(target, rendered.map(toFile));
  if (renewed === 'nothing') return writeOutputFiles(target, rendered.map(toFile));
  await writeOutputFiles(target, rendered.filter((one) => !isCalendar(one)).map(toFile));
  await replaceOutputFolder(
    join(target, CALENDARS_FOLDER),
    rendered
      .filter(isCalendar)
      .map(({ name, content }) => ({ path: name.slice(CALENDARS_FOLDER.length + 1), content })),
  );
}
