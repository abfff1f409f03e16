import type { Outcome } from '../commands/command.ts';
import { EXIT, type ExitStatus, failure, SosentError } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { renderProblems } from '../render/terminal/problems.ts';
import type { CliContext } from './context.ts';

/** Version of the shape of the `--json` document; grows when a field changes its meaning or goes. */
const JSON_FORMAT = 1;

export async function printOutcome(context: CliContext, outcome: Outcome): Promise<void> {
  context.terminal.progress('');
  if (context.json) {
    await printDocument(context, outcome.exit, outcome.problems, outcome.result);
    return;
  }
  await printProblems(context, outcome.problems);
  if (outcome.text !== '') await write(context.stdout, `${outcome.text}\n`);
}

/** Gives back the exit status. Where stdout does not take the document, stderr says at least that. */
export async function printFailure(context: CliContext, error: SosentError): Promise<ExitStatus> {
  context.terminal.progress('');
  if (!context.json) {
    await printProblems(context, error.problems);
    return error.exit;
  }
  try {
    await printDocument(context, error.exit, error.problems, null);
    return error.exit;
  } catch (lost) {
    if (!(lost instanceof SosentError)) throw lost;
    await printProblems(context, lost.problems);
    return lost.exit;
  }
}

/** One document, also on failure: `ok` is true where the command did its work without findings. */
async function printDocument(
  context: CliContext,
  exit: ExitStatus,
  problems: readonly Problem[],
  result: object | null,
): Promise<void> {
  const document = {
    sosent: context.version,
    format: JSON_FORMAT,
    command: context.command,
    ok: exit === EXIT.done,
    exit,
    problems: problems.map(shown),
    result,
  };
  await write(context.stdout, `${JSON.stringify(document, null, 2)}\n`);
}

/** What a finding is about is for reports; here its message says it. */
function shown({ code, severity, message, hint, location }: Problem): Problem {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location }),
  };
}

async function printProblems(context: CliContext, problems: readonly Problem[]): Promise<void> {
  if (problems.length === 0) return;
  const text = renderProblems(problems, context.paintErrors, context.terminal.width);
  await write(context.stderr, `${text}\n`).catch(() => undefined); // nowhere is left to complain
}

/**
 * Waits until the text is handed over, so that process.exit cannot cut it. A reader that has left is no error; main.ts
 * hears the stream's own complaint.
 */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error || error.code === 'EPIPE') return resolve();
      reject(
        failure('SOS104', `The output cannot be written: ${error.message}.`, {
          hint: 'Files that the command writes are in place; only what it prints is lost.',
        }),
      );
    });
  });
}
