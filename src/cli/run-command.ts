import type { CommandContext } from '../commands/command.ts';
import { EXIT, type ExitStatus, failure, SosentError } from '../errors.ts';
import { createContext } from './context.ts';
import { printFailure, printOutcome } from './output.ts';
import type { GlobalOptions, NamedCommand } from './program.ts';
import { problemOfBug } from './report-error.ts';

/**
 * Runs one command between the process and its printing. Gives back the exit status; a fault of ours is reported
 * as one, and its stack is printed with --debug only. An interrupted process ends here.
 */
export async function runCommand(
  process: NodeJS.Process,
  command: NamedCommand,
  options: GlobalOptions,
): Promise<ExitStatus> {
  const interrupt = listenForInterrupt(process);
  const context = { ...createContext(process, command.name, options), takeInterrupt: interrupt.take };
  const start = async (): Promise<ExitStatus> => {
    const work = await command.load();
    const outcome = await Promise.race([work(context), interrupt.happens]);
    await printOutcome(context, outcome);
    return outcome.exit;
  };
  try {
    return await start();
  } catch (error) {
    const status = await printFailure(context, expectedFailure(error, context.version));
    if (options.debug && status === EXIT.bug) process.stderr.write(`${stackOf(error)}\n`);
    // The command's own work may still be under way: nothing of it is waited for.
    if (error === interrupt.reason) process.exit(status);
    return status;
  } finally {
    interrupt.ignore();
  }
}

function expectedFailure(error: unknown, version: string): SosentError {
  if (error instanceof SosentError) return error;
  // inquirer's word for Ctrl-C at a question
  if (error instanceof Error && error.name === 'ExitPromptError') return interrupted();
  return new SosentError([problemOfBug(error, version)]);
}

function interrupted(): SosentError {
  return failure('SOS107', 'Interrupted. Nothing in the event folder is half-written.', {
    hint: 'Run the command again to have it done.',
  });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Ctrl-C and SIGTERM as a promise that is rejected. Writes are atomic, so that the process may end at any moment. A
 * second Ctrl-C ends it at once.
 */
function listenForInterrupt(process: NodeJS.Process): {
  readonly happens: Promise<never>;
  readonly reason: SosentError;
  readonly take: CommandContext['takeInterrupt'];
  readonly ignore: () => void;
} {
  const reason = interrupted();
  const { promise, reject } = withRejecter();
  const leave = (): void => reject(reason);
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  let heard = false;
  const hear = (): void => {
    heard = true;
    process.once('SIGINT', leave);
  };
  const take = (): (() => boolean) => {
    process.off('SIGINT', leave);
    process.once('SIGINT', hear);
    return () => heard;
  };
  const ignore = (): void => {
    process.off('SIGINT', hear);
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
  };
  return { happens: promise, reason, take, ignore };
}

function withRejecter(): { promise: Promise<never>; reject: (reason: SosentError) => void } {
  let reject: (reason: SosentError) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  promise.catch(() => undefined); // an interrupt after the work is done is of no interest
  return { promise, reject };
}
