import { linesOfRun } from '../../core/badges/compare-prints.ts';
import { requireSound } from '../../folder/data-file.ts';
import { changeFolder, type EventFolder } from '../../folder/event-folder.ts';
import { printedBadgesFile, readPrintedBadges } from '../../folder/printed-badges.ts';
import type { CommandContext } from '../command.ts';
import type { PlannedRun } from './run.ts';

/**
 * Puts the results of a print run on the disk with `write`, and then on record which badges they hold, so that
 * `--changed` knows. A run that printed what was printed already leaves no line.
 */
export async function recordRun(
  { clock }: CommandContext,
  folder: EventFolder,
  { attendees, blanks, printedSize, digests, changes }: PlannedRun,
  write: () => Promise<void>,
): Promise<void> {
  const now = clock.now();
  await changeFolder(folder, 'badges', now, async () => {
    const lines = requireSound(await readPrintedBadges(folder)) ?? [];
    const { withdrawn } = changes;
    const added = linesOfRun(lines, {
      at: now.toISOString(),
      size: printedSize,
      printed: digests,
      withdrawn,
    });
    await write();
    return {
      value: undefined,
      files: added.length === 0 ? [] : [printedBadgesFile([...lines, ...added])],
      history: {
        badges: attendees.length,
        blanks,
        added: changes.added.length,
        altered: changes.altered.length + changes.restyled.length,
        withdrawn: withdrawn.length,
      },
    };
  });
}
