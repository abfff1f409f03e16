import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program as an organiser starts it. */
export const BIN = fileURLToPath(new URL('../../bin/sosent.js', import.meta.url));

export interface CliRun {
  /** The exit status; null where a signal ended the program. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** The folder the person stands in. */
  readonly cwd: string;
  /** Added to a bare environment: what the test run itself inherited does not count. */
  readonly env?: Readonly<Record<string, string>>;
  /** The whole standard input; an empty one where there is none. */
  readonly input?: string | Uint8Array;
}

/** Runs the built program in a process of its own and waits for its end. Nothing it meets is a terminal. */
export function runCli(args: readonly string[], { cwd, env, input = '' }: CliOptions): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, env: bareEnvironment(env) });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => undefined); // a program that has ended does not read its input
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (status, signal) =>
      resolve({
        status,
        signal,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}

/** The one document that `--json` prints; throws where stdout holds anything else. */
export function documentOf<Result = unknown>(
  run: CliRun,
): {
  readonly sosent: string;
  readonly format: number;
  readonly command: string;
  readonly ok: boolean;
  readonly exit: number;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
  readonly result: Result;
} {
  return JSON.parse(run.stdout);
}

/** No colour, no CI, no time of its own: only what finding programs and folders takes. */
export function bareEnvironment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...env };
}
