import { ofSize } from '../../core/badges/compare-prints.ts';
import type { BadgesStatus } from '../../core/status/event-status.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readOwnFonts } from '../../folder/own-fonts.ts';
import { readPrintedBadges } from '../../folder/printed-badges.ts';
import type { Attendee } from '../../model/attendee.ts';
import { readPrintablePictures } from '../badges/design.ts';
import { planLayout } from '../badges/layout.ts';
import type { BadgePeople } from '../badges/people.ts';
import { planTypstRun } from '../badges/plan.ts';
import type { PlannedRun } from '../badges/run.ts';

/**
 * What `sosent badges --changed` would print, without printing. Where no badge was printed yet, no design is looked at,
 * so that a mistake in one does not stand in the way before there is a need for it.
 */
export async function readBadgesStatus(
  folder: EventFolder,
  everybody: readonly Attendee[],
): Promise<BadgesStatus> {
  const registered = everybody.filter((one) => one.status === 'registered');
  const people = { people: everybody, registered, attendees: registered };
  const { size } = planLayout(folder.event.badges, {});
  const lines = ofSize(requireSound(await readPrintedBadges(folder)) ?? [], `${size.width}x${size.height}`);
  if (lines.length === 0) return { printed: 0, toPrint: registered.length, withdrawn: 0 };
  const { added, altered, restyled, same, withdrawn } = (await planRun(folder, people)).changes;
  return {
    printed: altered.length + restyled.length + same.length,
    toPrint: added.length + altered.length + restyled.length,
    withdrawn: withdrawn.length,
  };
}

async function planRun(folder: EventFolder, people: BadgePeople): Promise<PlannedRun> {
  const { size } = planLayout(folder.event.badges, {});
  const { design } = folder.event.badges;
  // What prints in a browser is loaded where a design needs one.
  const { findHtmlDesign, planHtmlRun } = await import('../badges/html.ts');
  const html = await findHtmlDesign(folder, design, size.shape);
  if (html !== undefined) return (await planHtmlRun(folder, {}, { people, size, html })).run;
  const { createTypstPrinter } = await import('../../sinks/typst-printer.ts');
  const printer = createTypstPrinter(await readOwnFonts(folder));
  const { pictures } = await readPrintablePictures(folder, printer);
  return (await planTypstRun(folder, { design }, { people, size, pictures, printer })).run;
}
