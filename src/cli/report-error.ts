import { EXIT, type ExitStatus, failure, problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';

/** Our apology for a fault of ours, with the way to report it. */
export function problemOfBug(error: unknown, version: string): Problem {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem('SOS170', `Sorry, this is a fault in sosent ${version}, not yours: ${what}`, {
    hint: 'Run the same command with --debug and report what it prints. Leave out names and addresses of attendees.',
  });
}

/** What commander refused, in our own shape; as a document where --json stands anywhere on the command line. */
export async function reportUsage(process: NodeJS.Process, message: string): Promise<ExitStatus> {
  const [{ createContext }, { printFailure }] = await Promise.all([
    import('./context.ts'),
    import('./output.ts'),
  ]);
  const args = process.argv.slice(2);
  const command = args.find((one) => !one.startsWith('-')) ?? 'sosent';
  const context = createContext(process, command, {
    json: args.includes('--json'),
    color: !args.includes('--no-color'),
  });
  if (message === '(outputHelp)') return EXIT.userError;
  const [what = '', ...suggestion] = message.replace(/^error: /, '').split('\n');
  const sentence = what.charAt(0).toUpperCase() + what.slice(1);
  return printFailure(
    context,
    failure('SOS101', sentence.endsWith('.') ? sentence : `${sentence}.`, {
      hint: [...suggestion.map((one) => one.replace(/^\(|\)$/g, '')), 'See `sosent --help`.'].join(' '),
    }),
  );
}
