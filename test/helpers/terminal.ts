import { spawn, spawnSync } from 'node:child_process';
import { BIN, bareEnvironment } from './run-cli.ts';

/** Python's `pty` makes the terminals; tests that need one skip themselves where it is missing. */
export const HAS_TERMINAL = spawnSync('python3', ['-c', 'import pty']).status === 0;

/** Keys to be pressed once a text has appeared. */
export type Step = readonly [appears: string, keys: string];

export const KEYS = { enter: '\r', down: '\x1b[B', interrupt: '\x03' } as const;

/**
 * Waits for each text in turn, presses its keys, and passes on everything that the program printed. A text that does
 * not appear within ten seconds ends the program.
 */
const DRIVER = `
import fcntl, json, os, pty, select, struct, sys, termios, time
steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 80, 0, 0))
seen, limit = b'', time.time() + 10
while time.time() < limit:
    if steps and steps[0][0].encode() in seen:
        keys, seen, limit = steps.pop(0)[1].encode(), b'', time.time() + 10
        time.sleep(0.05)
        os.write(fd, keys)
    if not select.select([fd], [], [], 0.1)[0]:
        continue
    try:
        data = os.read(fd, 65536)
    except OSError:
        break
    if not data:
        break
    seen += data
    sys.stdout.buffer.write(data)
else:
    os.kill(pid, 9)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

/** The program on a terminal of 80 columns, where somebody answers its questions. Everything printed is one stream. */
export function runOnTerminal(
  args: readonly string[],
  { cwd, env, steps = [] }: { cwd: string; env?: Readonly<Record<string, string>>; steps?: readonly Step[] },
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', ['-c', DRIVER, JSON.stringify(steps), process.execPath, BIN, ...args], {
      cwd,
      env: { ...bareEnvironment(env), TERM: 'xterm-256color' },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, output: Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n') }),
    );
  });
}
