import type { NearDouble } from '../../core/registrations/find-near-doubles.ts';
import type { ImportPlan } from '../../core/registrations/plan-import.ts';
import { failure } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import { renderSideBySide } from '../../render/terminal/side-by-side.ts';
import type { CommandContext } from '../command.ts';
import type { ImportOptions } from '../import.ts';

/** What was decided before anything is written. */
interface Decided {
  readonly merges: readonly string[];
  readonly write: boolean;
}

/** A full list that cancels more than this many, or this share of everybody, is asked about. */
const MOST_WITHDRAWN = 9;
const MOST_SHARE = 0.25;

/** Whether the plan must be looked at before it is carried out. */
export function needsPreview(
  { prompt }: CommandContext,
  { dryRun, strict, complete }: ImportOptions,
): boolean {
  return Boolean(dryRun || strict || complete || prompt !== undefined);
}

/**
 * What the plan leaves open: whether two people are one, and whether a list that misses many is really the full one.
 * Asked at a terminal; elsewhere people stay apart, and such a list is refused (SOS251) unless `--yes` stands for it.
 */
export async function settleQuestions(
  context: CommandContext,
  { dryRun, strict, merge = [] }: ImportOptions,
  preview: ImportPlan,
  others: readonly Problem[],
): Promise<Decided> {
  const problems = [...others, ...preview.problems];
  if (strict && problems.some((one) => one.severity !== 'hint')) return { merges: merge, write: false };
  if (dryRun) return { merges: merge, write: false };
  await requireFullList(context, preview);
  const asked = await askDoubles(context, preview.doubles);
  return { merges: [...merge, ...asked], write: true };
}

async function requireFullList(
  { prompt, yes }: CommandContext,
  { withdrawn, attendees }: ImportPlan,
): Promise<void> {
  const registered = [...attendees].filter((one) => one.status === 'registered').length + withdrawn.length;
  if (withdrawn.length <= Math.max(MOST_WITHDRAWN, registered * MOST_SHARE) || yes) return;
  const question = `${withdrawn.length} of ${registered} attendees are missing from the list. Cancel them?`;
  if ((await prompt?.confirm(question, false)) === true) return;
  throw failure(
    'SOS251',
    `The list misses ${withdrawn.length} of ${registered} attendees; nothing was written.`,
    {
      hint: 'If it is the full list, say so with --yes. If it is a selection, leave out --complete.',
    },
  );
}

async function askDoubles(
  { prompt, yes, paint, terminal }: CommandContext,
  doubles: readonly NearDouble[],
): Promise<string[]> {
  if (prompt === undefined || yes) return [];
  const merges: string[] = [];
  for (const { attendee, other } of doubles) {
    const question = `Are these two one person?\n${renderSideBySide(other, attendee, paint, terminal.width)}\n `;
    if (await prompt.confirm(question, false)) merges.push(`${other.id}=${attendee.id}`);
  }
  return merges;
}
