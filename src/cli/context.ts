import { buffer } from 'node:stream/consumers';
import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from 'chalk';
import type { CommandContext } from '../commands/command.ts';
import { failure } from '../errors.ts';
import type { Prompt, Terminal } from '../ports.ts';
import { type GlobalOptions, version } from './program.ts';

/** The command's context, and what only the printing needs. */
export interface CliContext extends Omit<CommandContext, 'takeInterrupt'> {
  readonly command: string;
  readonly json: boolean;
  readonly paintErrors: ChalkInstance;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export function createContext(process: NodeJS.Process, command: string, options: GlobalOptions): CliContext {
  const json = options.json ?? false;
  const { stdout, stderr, stdin, env } = process;
  const asks = stdin.isTTY === true && stderr.isTTY === true && !json;
  return {
    command,
    json,
    cwd: process.cwd(),
    env,
    version: version(),
    eventPath: options.event,
    clock: { now: () => nowOf(env) },
    terminal: terminalOn(stderr, json),
    prompt: asks ? promptOn(stderr) : undefined,
    yes: options.yes ?? false,
    paint: new Chalk({ level: colourLevel(options, env, supportsColor) }),
    paintErrors: new Chalk({ level: colourLevel(options, env, supportsColorStderr) }),
    readStdin: () => buffer(stdin),
    stdout,
    stderr,
  };
}

/** SOSENT_NOW sets the clock, so that examples come out the same on any day. */
function nowOf(env: NodeJS.ProcessEnv): Date {
  const set = env['SOSENT_NOW'];
  const now = set ? new Date(set) : new Date();
  if (!Number.isNaN(now.getTime())) return now;
  throw failure('SOS101', `The environment variable SOSENT_NOW holds "${set}", which is no date.`, {
    hint: 'Write it as 2016-10-01T12:00:00Z, or unset it.',
  });
}

/**
 * `--no-color` wins, then FORCE_COLOR, then NO_COLOR (https://no-color.org: any value that is not empty), then what
 * the stream can show. chalk by itself ignores NO_COLOR on a terminal.
 */
function colourLevel(
  options: GlobalOptions,
  env: NodeJS.ProcessEnv,
  supported: typeof supportsColor,
): 0 | 1 | 2 | 3 {
  if (!options.color) return 0;
  if (!env['FORCE_COLOR'] && env['NO_COLOR']) return 0;
  return supported === false ? 0 : supported.level;
}

function terminalOn(stderr: NodeJS.WriteStream, json: boolean): Terminal {
  const live = stderr.isTTY === true && !json;
  let shown = false;
  return {
    width: stderr.columns || 80, // a terminal that does not know its size says 0
    progress(line) {
      if (!live || (line === '' && !shown)) return;
      // A line that the terminal folds could not be replaced.
      stderr.write(`\r\x1b[K${line.slice(0, (stderr.columns || 80) - 1)}`);
      shown = line !== '';
    },
  };
}

/** Questions go to stderr, so that stdout stays data. inquirer is loaded for the first question only. */
function promptOn(stderr: NodeJS.WriteStream): Prompt {
  const ask = async (question: object): Promise<unknown> => {
    const { default: inquirer } = await import('inquirer');
    const prompt = inquirer.createPromptModule({ output: stderr });
    const answers: Record<string, unknown> = await prompt([{ name: 'answer', ...question } as never]);
    return answers['answer'];
  };
  return {
    confirm: async (message, initial) => (await ask({ type: 'confirm', message, default: initial })) === true,
    input: async (message, initial, about) => {
      if (about !== undefined) stderr.write(`${about}\n`);
      return String(await ask({ type: 'input', message, default: initial }));
    },
    select: async ({ about, question, choices }) => {
      stderr.write(`\n${about}\n`);
      return String(await ask({ type: 'select', message: question, choices, loop: false, pageSize: 14 }));
    },
  };
}
