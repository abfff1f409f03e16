import { CommanderError } from 'commander';
import { type ExitStatus, failure, problem, SosentError } from '../errors.ts';
import type { Problem } from '../model/problem.ts';

/** Our apology for a fault of ours, with the way to report it. */
export function problemOfBug(error: unknown, version: string): Problem {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem('SOS170', `Sorry, this is a fault in sosent ${version}, not yours: ${what}`, {
    hint: 'Run the same command with --debug and report what it prints. Leave out names and addresses of attendees.',
  });
}

/**
 * What went wrong before a command could run, mostly a command line that commander refused: in our own shape, and as
 * a document where --json stands anywhere on the command line.
 */
export async function reportStart(
  process: NodeJS.Process,
  commands: readonly string[],
  error: unknown,
): Promise<ExitStatus> {
  const [{ createContext }, { printFailure }] = await Promise.all([
    import('./context.ts'),
    import('./output.ts'),
  ]);
  const args = process.argv.slice(2);
  const command = args.find((one) => commands.includes(one)) ?? 'sosent';
  const context = createContext(process, command, {
    json: args.includes('--json'),
    color: !args.includes('--no-color'),
  });
  if (!(error instanceof CommanderError)) {
    const known = error instanceof SosentError;
    return printFailure(context, known ? error : new SosentError([problemOfBug(error, context.version)]));
  }
  const wanted = args.find((one) => !one.startsWith('-') && one !== 'help');
  return printFailure(context, usageFailure(error.message, command, wanted));
}

function usageFailure(message: string, command: string, wanted: string | undefined): SosentError {
  // commander has printed the help already: for `sosent` alone, and for `sosent help <nothing it knows>`
  if (message === '(outputHelp)') {
    const what = wanted === undefined ? 'No command was given.' : `Unknown command '${wanted}'.`;
    return failure('SOS101', what);
  }
  const [what = '', ...suggestion] = message.replace(/^error: /, '').split('\n');
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, '')}.`;
  const help = command === 'sosent' ? 'sosent --help' : `sosent ${command} --help`;
  const hints = [...suggestion.map((one) => one.replace(/^\(|\)$/g, '')), `See \`${help}\`.`];
  return failure('SOS101', sentence, { hint: hints.join(' ') });
}
