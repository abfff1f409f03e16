import { setImmediate } from 'node:timers/promises';
import type { CommandContext } from '../command.ts';

/** How long somebody will wait for a plan. */
export interface Patience {
  /** Seconds left: infinite without a limit, 0 after Ctrl-C. */
  readonly timeLeft: () => number;
  readonly isInterrupted: () => boolean;
  /** To be called before each stage: tells it, and lets the process hear Ctrl-C. */
  readonly before: (stage: string) => Promise<void>;
}

/**
 * From now on there is so much time, in seconds. With `takeInterrupt`, Ctrl-C ends the search and not the command;
 * without it there is nothing that could be shown for it.
 */
export function listen(
  { terminal }: CommandContext,
  limit: number | undefined,
  takeInterrupt: CommandContext['takeInterrupt'] = () => () => false,
): Patience {
  const start = performance.now();
  const isInterrupted = takeInterrupt();
  const secondsLeft = (): number =>
    limit === undefined ? Number.POSITIVE_INFINITY : Math.max(0, limit - (performance.now() - start) / 1000);
  return {
    timeLeft: () => (isInterrupted() ? 0 : secondsLeft()),
    isInterrupted,
    before: async (stage) => {
      terminal.progress(`Assigning: ${stage} ...`);
      await setImmediate();
    },
  };
}
