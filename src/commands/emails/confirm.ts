import { EXIT, failure, problem } from '../../errors.ts';
import { people } from '../../render/terminal/sending.ts';
import type { Outcome } from '../command.ts';
import { countSkipped, type Ready } from './ready.ts';

/** Undefined where the mailing may go; else what to tell. Throws SOS616 where a script expects another number. */
export async function askConsent({ context, options, choice, summary }: Ready): Promise<Outcome | undefined> {
  const count = choice.chosen.length;
  const { expect } = options;
  if (expect !== undefined && expect !== count) {
    const { sent = 0, outdated = 0 } = countSkipped(choice);
    const have = sent + outdated;
    const already = have === 0 ? '' : ` ${people(have)} already ${have === 1 ? 'has' : 'have'} it.`;
    throw failure(
      'SOS616',
      `${people(count)} would get the mail now, and ${expect} were expected.${already} Nothing was sent.`,
      { hint: `Look at the list with \`sosent emails preview\`, then say --expect ${count}.` },
    );
  }
  if (count === 0 || (context.yes && expect !== undefined)) return undefined;
  const { prompt } = context;
  if (prompt !== undefined) {
    const answer = await prompt.input(`Type ${count} to send it, anything else to stop:`, '', summary);
    if (answer.trim() === String(count)) return undefined;
    throw failure('SOS615', 'Nothing was sent.', {
      hint: 'Look at everything with `sosent emails preview`.',
    });
  }
  return {
    result: { recipients: count, sent: 0 },
    text: summary,
    problems: [
      problem('SOS615', 'Nothing was sent: nobody is here to confirm the number.', {
        hint: `If the list above is right: --yes --expect ${count}.`,
      }),
    ],
    exit: EXIT.refused,
  };
}
