import { type MailConnection, MailStop } from '../../ports.ts';
import { replyText } from './journal.ts';
import type { SendJob } from './send-mailing.ts';
import type { Tally } from './send-tally.ts';

/** Opens the connections of one run, and knows how many are open. */
export interface Connector {
  /** Undefined where there is none to be had: one fewer, or, with the reason in the tally, none at all. */
  readonly open: () => Promise<MailConnection | undefined>;
  readonly close: (connection: MailConnection) => void;
}

/** How long it takes at most until Ctrl-C is heard while nothing is under way, in milliseconds. */
export const TICK_MS = 200;

/** Waits in milliseconds before a server that was there and is gone is tried again. */
const RECONNECT_AFTER = [1_000, 5_000, 15_000];

export function connector(
  { transport, time }: Pick<SendJob, 'transport' | 'time'>,
  tally: Tally,
  isOver: () => boolean,
): Connector {
  let count = 0;

  async function pause(ms: number): Promise<void> {
    for (let waited = 0; waited < ms && !isOver(); waited += TICK_MS) await time.wait(TICK_MS);
  }

  /** Whether to try again after a while. */
  async function mayRetry({ reason, message }: MailStop, tries: number): Promise<boolean> {
    const isPassing = reason === 'unreachable' || reason === 'closing';
    if (isPassing && count > 0) return false; // a server may allow fewer connections than we ask for
    const wait = RECONNECT_AFTER[tries];
    if (reason !== 'unreachable' || tally.counts().sent === 0 || wait === undefined) {
      tally.halt({ reason, detail: replyText(message) });
      return false;
    }
    await pause(wait);
    return !isOver();
  }

  return {
    async open() {
      for (let tries = 0; ; tries += 1) {
        try {
          const connection = await transport.open();
          count += 1;
          return connection;
        } catch (error) {
          if (!(error instanceof MailStop)) throw error;
          if (!(await mayRetry(error, tries))) return undefined;
        }
      }
    },
    close(connection) {
      count -= 1;
      connection.close();
    },
  };
}
