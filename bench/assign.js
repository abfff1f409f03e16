/**
 * `npm run bench:assign [-- people x slots x themes [even] [rules] ...]`: how long the fast engine takes to find and prove
 * the best plan, process start and reading apart, and beside it the reference engine, which knows no shortcuts. Each runs
 * in a process of its own, on the same instance, for the criteria `fair` and `happy`; both must say the same of every
 * stage. The reference is left out above 500 people, where it takes minutes; a run of five minutes is stopped.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createInstance } from './instances.js';

const SELF = fileURLToPath(import.meta.url);
const MOST_FOR_REFERENCE = 500;
/** Milliseconds after which a run is stopped. */
const LONGEST = 300_000;
const SIZES = ['200x3x8 rules', '500x3x8', '500x3x8 rules', '2000x3x12', '2000x3x12 rules'];
const ENGINES = {
  core: async () => (await import('../dist/core/assign/engines/core.js')).solveByCore,
  reference: async () => (await import('../dist/core/assign/engines/reference.js')).solveByReference,
};

const [mode, ...words] = process.argv.slice(2);
if (mode === '--one') await runOne(words[0], words[1], words.slice(2).join(' '));
else compareAll([mode, ...words].filter(Boolean).length > 0 ? [[mode, ...words].join(' ')] : SIZES);

/** @param {readonly string[]} sizes */
function compareAll(sizes) {
  console.log(`${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.version}`);
  for (const size of sizes) {
    for (const criterion of ['happy', 'fair']) compare(size, criterion);
  }
}

function compare(size, criterion) {
  const core = measure('core', criterion, size);
  if (core === undefined) {
    console.log(`${size.padEnd(18)} ${criterion.padEnd(6)} core stopped after ${LONGEST / 1000} s`);
    return;
  }
  const line = `${size.padEnd(18)} ${criterion.padEnd(6)} core ${core.seconds.toFixed(2).padStart(7)} s ${String(core.memory).padStart(5)} MB ${core.proven ? 'proven' : 'not proven'}`;
  if (Number.parseInt(size, 10) > MOST_FOR_REFERENCE) {
    console.log(line);
    return;
  }
  const reference = measure('reference', criterion, size);
  if (reference === undefined) {
    console.log(`${line}   reference stopped after ${LONGEST / 1000} s`);
    return;
  }
  const same = JSON.stringify(core.values) === JSON.stringify(reference.values);
  const ratio = (core.seconds / reference.seconds).toFixed(2);
  console.log(
    `${line}   reference ${reference.seconds.toFixed(2).padStart(7)} s   ratio ${ratio}${same ? '' : '   THE ENGINES DISAGREE'}`,
  );
}

function measure(engine, criterion, size) {
  const run = spawnSync(process.execPath, [SELF, '--one', engine, criterion, size], {
    encoding: 'utf8',
    timeout: LONGEST,
  });
  if (run.signal === 'SIGTERM') return undefined;
  if (run.status !== 0) throw new Error(run.stderr.slice(0, 500));
  return JSON.parse(run.stdout);
}

async function runOne(engine, criterion, size) {
  const [people, slots, themes] = size.split(/[x ]/).map(Number);
  const instance = createInstance({
    people,
    slots,
    themes,
    even: size.includes('even'),
    rules: size.includes('rules'),
  });
  const solve = await ENGINES[engine]();
  const start = performance.now();
  const { certificate } = await solve(instance, { criterion, seed: 'bench' }, async () => undefined);
  console.log(
    JSON.stringify({
      seconds: (performance.now() - start) / 1000,
      memory: Math.round(process.resourceUsage().maxRSS / 1024),
      proven: certificate.every((one) => one.proven),
      values: certificate.map((one) => [one.stage, one.value]),
    }),
  );
}
