import type { ChalkInstance } from 'chalk';
import type { ExitStatus } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Clock, Prompt, Terminal } from '../ports.ts';

/** What every command is given beside its own options. */
export interface CommandContext {
  /** Where the person stands; relative paths of options start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** The event folder named with --event, if any. */
  readonly eventPath: string | undefined;
  readonly clock: Clock;
  readonly terminal: Terminal;
  /** Undefined in scripts, in CI and with --json. */
  readonly prompt: Prompt | undefined;
  /** `--yes`: go ahead without asking. */
  readonly yes: boolean;
  /** Colours for `Outcome.text`; a plain one where colour is off. */
  readonly paint: ChalkInstance;
  /**
   * From now on the first Ctrl-C does not end the command: what comes back tells whether it was pressed. The next one
   * does.
   */
  readonly takeInterrupt: () => () => boolean;
  /** Reads the whole standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
}

/** What a command did. The CLI prints it; a command never prints by itself. */
export interface Outcome {
  /** The `result` of the `--json` document. */
  readonly result: object;
  /** The same for a person, ready for stdout, without a last line feed. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** `EXIT.findings` where the command ran and has findings; `EXIT.done` otherwise. */
  readonly exit: ExitStatus;
}
