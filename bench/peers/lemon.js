import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asFlow } from '../../dist/core/assign/engines/flow-instance.js';
import { costRank } from '../../dist/core/assign/instance.js';

const SOURCE = fileURLToPath(new URL('lemon-network-simplex.cpp', import.meta.url));

/**
 * Compiles the peer: LEMON's network simplex in C++. Gives a function that solves an instance which is a flow for the least
 * total rank, or, where g++ or LEMON (Debian: g++, liblemon-dev) is missing, the reason why there is none.
 */
export function compileLemon() {
  const folder = mkdtempSync(join(tmpdir(), 'sosent-lemon-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'network-simplex');
  const built = spawnSync('g++', ['-O2', '-DNDEBUG', '-o', program, SOURCE], { encoding: 'utf8' });
  if (built.error !== undefined) return { missing: 'g++ is missing' };
  if (built.status !== 0) return { missing: `LEMON is missing (${built.stderr.split('\n')[0]})` };
  return { solve: (instance) => solve(program, instance) };
}

/** Least total rank, seconds from numbers in memory to the optimum, and MB. */
function solve(program, instance) {
  const { places, rounds } = asFlow(instance);
  const lines = instance.attendees.map((one) => places.map(({ theme }) => costRank(one, theme)).join(' '));
  const input = [
    `${lines.length} ${places.length} ${rounds}`,
    places.map(({ capacity }) => capacity * rounds).join(' '),
    ...lines,
  ].join('\n');
  const run = spawnSync(program, { input, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`LEMON ended with status ${run.status}`);
  const [total, seconds, memory] = run.stdout.trim().split(' ').map(Number);
  return { total, seconds, memory };
}
