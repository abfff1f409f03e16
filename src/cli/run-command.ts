import { EXIT, type ExitStatus, failure, SosentError } from '../errors.ts';
import { type CliContext, createContext } from './context.ts';
import { printFailure, printOutcome } from './output.ts';
import type { GlobalOptions, NamedCommand } from './program.ts';
import { problemOfBug } from './report-error.ts';

/**
 * Runs one command between the process and its printing. Gives back the exit status; a fault of ours is reported
 * as one, and its stack is printed with --debug only.
 */
export async function runCommand(
  process: NodeJS.Process,
  command: NamedCommand,
  options: GlobalOptions,
): Promise<ExitStatus> {
  const context = createContext(process, command.name, options);
  const stopListening = exitOnInterrupt(process, context);
  try {
    const work = await command.load();
    const outcome = await work(context);
    await printOutcome(context, outcome);
    return outcome.exit;
  } catch (error) {
    if (error instanceof SosentError) return await printFailure(context, error);
    if (error instanceof Error && error.name === 'ExitPromptError') {
      return await printFailure(context, failure('SOS107', 'Interrupted. The event folder is unchanged.'));
    }
    const bug = new SosentError([problemOfBug(error, context.version)]);
    if (options.debug) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return await printFailure(context, bug);
  } finally {
    stopListening();
  }
}

/**
 * On Ctrl-C or SIGTERM: say so and leave. Writes are atomic and the lock of a dead process is taken over, so there
 * is nothing to wait for.
 */
function exitOnInterrupt(process: NodeJS.Process, context: CliContext): () => void {
  const leave = (): void => {
    const stopped = failure('SOS107', 'Interrupted. The event folder is unchanged.', {
      hint: 'Run the command again; nothing was half-written.',
    });
    void printFailure(context, stopped).finally(() => process.exit(EXIT.interrupted));
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  return () => {
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
  };
}
