import { Chalk } from 'chalk';
import type { CommandContext } from '../../src/commands/command.ts';
import type { Prompt } from '../../src/ports.ts';

/** What a command is given in this folder on a fixed day, without colour; questions only where a prompt is given. */
export function contextIn(cwd: string, prompt?: Prompt): CommandContext {
  return {
    cwd,
    env: {},
    version: '0.0.0',
    eventPath: undefined,
    clock: { now: () => new Date('2026-03-01T12:00:00Z') },
    terminal: { width: 80, progress: () => undefined },
    prompt,
    yes: false,
    paint: new Chalk({ level: 0 }),
    takeInterrupt: () => () => false,
    readStdin: () => Promise.resolve(new Uint8Array()),
  };
}
