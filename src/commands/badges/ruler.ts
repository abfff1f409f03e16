import { join, relative } from 'node:path';
import { EXIT } from '../../errors.ts';
import { readBadgeLibrary } from '../../folder/badge-library.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { renderRuler } from '../../render/badges/sheets/ruler.ts';
import { turnOf } from '../../render/badges/sheets/sheet-layout.ts';
import { safeText } from '../../render/terminal/safe-text.ts';
import { writeOutputFiles } from '../../sinks/output-files.ts';
import { createTypstPrinter } from '../../sinks/typst-printer.ts';
import type { BadgesOptions } from '../badges.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { planLayout } from './layout.ts';
import { targetOf } from './target.ts';

/** `sosent badges --ruler`: a page to measure by how much a printer is off, for the sheet that badges are printed on. */
export async function printRuler(
  context: CommandContext,
  folder: EventFolder,
  options: BadgesOptions,
): Promise<Outcome> {
  const { event } = folder;
  const sheet = options.sheet ?? event.badges.sheet;
  const flat = planLayout(event.badges, { ...options, sheet: sheet === '' ? 'a4' : sheet });
  const layout = {
    ...flat,
    turn: turnOf(flat, { asked: options.duplex ?? event.badges.duplex, hasBack: false }),
  };
  const target = targetOf(context, folder, options);
  const file = options.out === undefined ? 'badges-ruler.pdf' : `${target.stem}.pdf`;
  const source = renderRuler(layout, 'Ruler');
  const document = createTypstPrinter().compile({ source, files: await readBadgeLibrary(folder) });
  const content = document.pdf(new Date(`${event.date}T00:00:00Z`));
  await writeOutputFiles(target.folder, [{ path: file, content }]);
  const path = join(relative(context.cwd, target.folder), file);
  return {
    result: { pages: document.pages, paper: layout.page, files: [path] },
    text: [
      context.paint.green('A page to measure your printer by; what to do stands on it.'),
      `  ${safeText(path)}`,
    ].join('\n'),
    problems: folder.problems,
    exit: EXIT.done,
  };
}
