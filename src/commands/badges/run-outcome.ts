import type { Attendee } from '../../model/attendee.ts';
import { runWords } from '../../render/badges/run-words.ts';
import { safeText } from '../../render/terminal/safe-text.ts';
import type { CommandContext } from '../command.ts';
import type { PlannedRun, RunOptions } from './run.ts';

/** What a print run was, in words and for `--json`. */
export interface RunOutcome {
  readonly result: object;
  /** Lines below those that tell the files. */
  readonly lines: readonly string[];
}

/** Tells about a run what its options asked for; `people` are all attendees, also those who come no longer. */
export function describeRun(
  { paint }: Pick<CommandContext, 'paint'>,
  run: PlannedRun,
  { options, people }: { readonly options: RunOptions; readonly people: readonly Attendee[] },
): RunOutcome {
  const { changes, groups, blanks } = run;
  const asked = options.changed !== undefined;
  const { same: _, ...told } = changes;
  const others = runWords('en').others;
  return {
    result: {
      blanks,
      groups: groups?.map((one) => ({ title: one.title, badges: one.attendees.length })) ?? null,
      changes: asked ? told : null,
    },
    lines: [
      ...(groups === undefined
        ? []
        : [
            `In ${count(groups.length, 'group')}, each behind its cover${groups.at(-1)?.title === '' ? `; the last is "${others}"` : ''}.`,
          ]),
      ...(blanks === 0 ? [] : [`${count(blanks, 'blank badge')} at the end.`]),
      ...(asked ? changeLines(run, options) : []),
      ...(asked && changes.withdrawn.length > 0
        ? [
            paint.yellow(
              `Take out the badges of those who come no longer: ${namesOf(changes.withdrawn, people)}.`,
            ),
          ]
        : []),
    ],
  };
}

/** `the last print run`, or the day or minute that was named. */
function moment({ changed }: RunOptions): string {
  return typeof changed === 'string' ? safeText(changed) : 'the last print run';
}

function changeLines({ attendees, changes }: PlannedRun, options: RunOptions): readonly string[] {
  if (attendees.length === 0) return [`No badge changed since ${moment(options)}.`];
  const { added, altered, restyled } = changes;
  return [
    `Since ${moment(options)}: ${added.length} new, ${altered.length + restyled.length} altered.`,
    ...(restyled.length === 0
      ? []
      : [`${restyled.length} of them say the same and look different: the design or an image changed.`]),
  ];
}

/** More names than this fill the screen; `--json` lists them all. */
const MOST_NAMES = 10;

function namesOf(ids: readonly string[], people: readonly Attendee[]): string {
  const names = new Map(people.map((one) => [one.id, one.name]));
  const shown = ids.slice(0, MOST_NAMES).map((id) => safeText(names.get(id) ?? id));
  return `${shown.join(', ')}${ids.length > MOST_NAMES ? ` and ${ids.length - MOST_NAMES} more` : ''}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
