import type { MailStanding, MailStandings } from './journal.ts';

/** What the organiser asks for beyond "everybody who has not got it yet". */
export interface SendChoice {
  /** Only those who got a version that differs from today's. */
  readonly changed: boolean;
  /** Also those of whom nobody knows whether they got it. */
  readonly resendUnknown: boolean;
  /** Also those whom the server refused for good. */
  readonly retryFailed: boolean;
}

/** Why somebody in the audience gets nothing this time. `outdated`: they have a version that differs from today's. */
export type SkipReason = 'sent' | 'outdated' | 'unknown' | 'failed' | 'unchanged' | 'never-sent';

export interface ChosenRecipients<T> {
  readonly chosen: readonly T[];
  readonly skipped: readonly { readonly recipient: T; readonly reason: SkipReason }[];
}

/**
 * Who of the audience gets a mailing now, by what the journal says. Nobody who has it gets it again, unless `changed`
 * asks for those whose version is another one today; `hashOf` is asked only for those who have it.
 */
export async function chooseToSend<T extends { readonly attendee: string }>(
  audience: readonly T[],
  standings: MailStandings,
  choice: SendChoice,
  hashOf: (recipient: T) => Promise<string>,
): Promise<ChosenRecipients<T>> {
  const chosen: T[] = [];
  const skipped: { recipient: T; reason: SkipReason }[] = [];
  for (const recipient of audience) {
    const standing = standings.get(recipient.attendee);
    const reason =
      reasonByState(standing, choice) ?? (await reasonByContent(standing, choice, () => hashOf(recipient)));
    if (reason === undefined) chosen.push(recipient);
    else skipped.push({ recipient, reason });
  }
  return { chosen, skipped };
}

function reasonByState(standing: MailStanding | undefined, choice: SendChoice): SkipReason | undefined {
  if (standing?.state === 'unknown' && !choice.resendUnknown) return 'unknown';
  if (standing?.state === 'failed' && !choice.retryFailed) return 'failed';
  return choice.changed && standing?.sent === undefined ? 'never-sent' : undefined;
}

async function reasonByContent(
  standing: MailStanding | undefined,
  choice: SendChoice,
  hash: () => Promise<string>,
): Promise<SkipReason | undefined> {
  if (standing?.sent === undefined) return undefined;
  // An attempt at a later version that did not end well does not unmake the one before.
  if (!choice.changed && standing.state === 'unknown') return undefined;
  const isSame = standing.sent.hash === (await hash());
  if (choice.changed) return isSame ? 'unchanged' : undefined;
  return isSame ? 'sent' : 'outdated';
}
