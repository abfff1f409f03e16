import {
  type BadgeDigest,
  comparePrints,
  linesUntil,
  ofSize,
  type PrintChanges,
} from '../../core/badges/compare-prints.ts';
import { type BadgeGroup, groupBadges } from '../../core/badges/group-badges.ts';
import { orderBadges } from '../../core/badges/order-badges.ts';
import { readBlanks } from '../../core/badges/read-blanks.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readPrintedBadges } from '../../folder/printed-badges.ts';
import type { Attendee } from '../../model/attendee.ts';
import { languageOf, type RenderedRun } from '../../render/badges/card-texts.ts';
import { digestBadge } from '../../render/badges/digest-badge.ts';
import { groupedRun, plainRun } from '../../render/badges/run-cards.ts';
import type { BadgeSize } from '../../render/badges/sizes.ts';
import type { BadgePeople } from './people.ts';

/** Which badges are printed, in which order, and what lies between them. */
export interface RunOptions {
  /** What is not as it was printed last, or as it had been printed until a day or minute. */
  readonly changed?: true | string;
  readonly sort?: string;
  readonly groupBy?: string;
  /** Numbers, or an attendee type and a number. */
  readonly blank?: readonly string[];
}

/** A print run that was decided on. */
export interface PlannedRun extends RenderedRun {
  /** In the order of printing. */
  readonly attendees: readonly Attendee[];
  readonly groups: readonly BadgeGroup[] | undefined;
  readonly blanks: number;
  /** As data/printed-badges.csv has it. */
  readonly printedSize: string;
  /** Of the badges that are printed. */
  readonly digests: readonly BadgeDigest[];
  /** What is new about all who were asked for, since the last print run or the day that was named. */
  readonly changes: PrintChanges;
}

interface RunInputs {
  readonly people: BadgePeople;
  readonly textOf: RenderedRun['textOf'];
  readonly size: BadgeSize;
  /** Hash of what all badges have in common. */
  readonly look: string;
}

/** Decides on a print run. Throws SOS545, SOS546 and SOS547 for options that are not understood. */
export async function planBadgeRun(
  folder: EventFolder,
  options: RunOptions,
  { people: { attendees, registered }, textOf, size, look }: RunInputs,
): Promise<PlannedRun> {
  const { event } = folder;
  const printedSize = `${size.width}x${size.height}`;
  const blanks = readBlanks(options.blank ?? [], event);
  const digests = attendees.map((one): BadgeDigest => {
    const { front, back } = textOf({ kind: 'badge', attendee: one });
    return { attendee: one.id, badge: digestBadge([front, back]), look };
  });
  const changes = await findChanges(folder, options.changed, { digests, registered, printedSize });
  const isSame = new Set(options.changed === undefined ? [] : changes.same);
  const wanted = attendees.filter((one) => !isSame.has(one.id));
  const ordered = orderBadges(wanted, event, options.sort ?? 'name');
  const language = languageOf(event);
  const groups =
    options.groupBy === undefined
      ? undefined
      : groupBadges(ordered, { event, everybody: registered, by: options.groupBy, language });
  const run =
    groups === undefined ? plainRun(ordered, blanks) : groupedRun(groups, blanks, { size, language });
  return {
    ...run,
    textOf,
    printedSize,
    attendees: groups?.flatMap((one) => one.attendees) ?? ordered,
    groups,
    blanks: blanks.reduce((sum, one) => sum + one.count, 0),
    digests: digests.filter((one) => !isSame.has(one.attendee)),
    changes,
  };
}

async function findChanges(
  folder: EventFolder,
  since: RunOptions['changed'],
  {
    digests,
    registered,
    printedSize,
  }: {
    readonly digests: readonly BadgeDigest[];
    readonly registered: readonly Attendee[];
    readonly printedSize: string;
  },
): Promise<PrintChanges> {
  const lines = ofSize(requireSound(await readPrintedBadges(folder)) ?? [], printedSize);
  const before = typeof since === 'string' ? linesUntil(lines, since, folder.event.timeZone) : lines;
  const changes = comparePrints(before, digests);
  const isComing = new Set(registered.map((one) => one.id));
  return { ...changes, withdrawn: changes.withdrawn.filter((id) => !isComing.has(id)) };
}
