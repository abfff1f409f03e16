import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The answer of a browser to one command. */
export type DevtoolsAnswer = Readonly<Record<string, unknown>>;

/** A browser without a window that does what it is told. */
export interface Devtools {
  /** One command of the Chrome DevTools Protocol. Rejects where the browser refuses, ends, or takes two minutes. */
  send(method: string, params?: object, session?: string): Promise<DevtoolsAnswer>;
  /** Ends the browser and removes all that it wrote. */
  close(): Promise<void>;
}

/** No network, no profile of the person, nothing asked, nothing kept. */
const SWITCHES = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];

const PATIENCE_MS = 120_000;

/**
 * Starts a browser of the Chromium family. It is spoken to through two pipes (file descriptors 3 and 4, messages of
 * JSON that end in NUL), so that no port is open to other programs of the machine. Rejects where it cannot be started.
 */
export async function startBrowser(program: string): Promise<Devtools> {
  const profile = await mkdtemp(join(tmpdir(), 'sosent-browser-'));
  // Chromium refuses to run in its sandbox as root, as in a container.
  const switches = process.getuid?.() === 0 ? [...SWITCHES, '--no-sandbox'] : SWITCHES;
  const child = spawn(program, [...switches, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const talk = openTalk(child);
  return {
    send: talk.send,
    async close() {
      await Promise.race([talk.send('Browser.close').catch(() => undefined), gone]);
      const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(impatient);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

interface Waiting {
  readonly resolve: (answer: DevtoolsAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Numbers the commands, and gives each answer to whoever waits for it. */
function openTalk(child: ChildProcess): Pick<Devtools, 'send'> {
  const [, , , commands, answers] = child.stdio as readonly [null, null, null, Writable, Readable];
  const waiting = new Map<number, Waiting>();
  let ended: Error | undefined;
  let last = 0;

  const end = (reason: string): void => {
    ended ??= new Error(reason);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  child.once('error', (error) => end(error.message));
  child.once('exit', (status, signal) => end(`it ended by itself (${signal ?? `exit status ${status}`})`));
  // A browser that ends while it is written to is told by its exit.
  commands.on('error', () => undefined);
  eachMessage(answers, (message) => {
    const { id, result, error } = JSON.parse(message) as {
      readonly id?: number;
      readonly result?: DevtoolsAnswer;
      readonly error?: { readonly message: string };
    };
    const one = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error === undefined) one?.resolve(result ?? {});
    else one?.reject(new Error(error.message));
  });

  return {
    send(method, params = {}, sessionId = undefined) {
      if (ended !== undefined) return Promise.reject(ended);
      last += 1;
      const id = last;
      commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return new Promise((resolve, reject) => {
        const impatient = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`it did not answer to ${method} within ${PATIENCE_MS / 1000} s`));
        }, PATIENCE_MS);
        const first =
          <T>(then: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(impatient);
            then(value);
          };
        waiting.set(id, { resolve: first(resolve), reject: first(reject) });
      });
    },
  };
}

/** Messages end in NUL; a PDF of megabytes arrives in hundreds of pieces, joined once. */
function eachMessage(stream: Readable, take: (message: string) => void): void {
  let pieces: string[] = [];
  stream.setEncoding('utf8').on('data', (text: string) => {
    const parts = text.split('\0');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      take([...pieces, part].join(''));
      pieces = [];
    }
    if (rest !== '') pieces.push(rest);
  });
}
