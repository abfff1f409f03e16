/**
 * `npm run bench:assign [-- people x slots x themes [even] [rules] ...]`: how long the engine that sosent chooses takes to
 * find and prove the best plan, process start and reading apart, and beside it the reference engine, which knows no
 * shortcuts. Each runs in a process of its own, on the same instance, for the criteria `fair` and `happy`; both must say
 * the same of every stage. The reference is left out above 500 people, where it takes minutes; a run of five minutes is
 * stopped. Where the instance is a flow (even, or one slot, and no rules), LEMON's network simplex in C++ solves it for the
 * least total rank, right before and right after; it knows no draw.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { compileLate } from '../dist/cli/compile-late.js';
import { createInstance } from './instances.js';
import { compileLemon } from './peers/lemon.js';

const SELF = fileURLToPath(import.meta.url);
const MOST_FOR_REFERENCE = 500;
/** Milliseconds after which a run is stopped. */
const LONGEST = 300_000;
const SIZES = [
  '200x2x4 even',
  '2000x3x12 even',
  '10000x3x20 even',
  '100000x3x20 even',
  '100000x1x20',
  '10000x3x20',
  '100000x3x20',
  '200x3x8 rules',
  '500x3x8',
  '500x3x8 rules',
  '2000x3x12',
  '2000x3x12 rules',
];
const ENGINES = {
  chosen: async () => (await import('../dist/core/assign/engines/choose.js')).solve,
  reference: async () => (await import('../dist/core/assign/engines/reference.js')).solveByReference,
};

/** Compiled when it is first wanted. */
let lemon;

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
  const peer = criterion === 'happy' && isFlow(size) ? createPeer(size) : undefined;
  const before = peer?.();
  const ours = measure('chosen', criterion, size);
  const label = `${size.padEnd(18)} ${criterion.padEnd(6)}`;
  if (ours === undefined) {
    console.log(`${label} stopped after ${LONGEST / 1000} s`);
    return;
  }
  console.log(
    `${label} ${ours.engine.padEnd(5)} ${seconds(ours)} ${String(ours.memory).padStart(5)} MB ${ours.proof}`,
  );
  if (before !== undefined) comparePeer(ours, [before, peer()]);
  if (Number.parseInt(size, 10) <= MOST_FOR_REFERENCE) compareReference(ours, criterion, size);
}

function compareReference(ours, criterion, size) {
  const reference = measure('reference', criterion, size);
  if (reference === undefined) {
    console.log(`  reference stopped after ${LONGEST / 1000} s`);
    return;
  }
  // Of larger events the fast engine does not prove the draw.
  const known = reference.values.filter(([stage]) => ours.values.some(([one]) => one === stage));
  const same = JSON.stringify(ours.values) === JSON.stringify(known);
  const ratio = (ours.processor / reference.processor).toFixed(2);
  console.log(`  reference ${seconds(reference)}   ratio ${ratio}${same ? '' : '   THE ENGINES DISAGREE'}`);
}

/** LEMON's own time is from numbers in memory to the optimum; ours from people with wishes to their seats. */
function comparePeer(ours, runs) {
  const best = runs[0].seconds < runs[1].seconds ? runs[0] : runs[1];
  const total = ours.values.find(([stage]) => stage === 'total-rank')?.[1];
  const ratio = (ours.seconds / best.seconds).toFixed(2);
  const upToDraw = (ours.criterion / best.seconds).toFixed(2);
  console.log(
    `  LEMON     ${seconds(best)} ${String(best.memory).padStart(5)} MB   ratio ${ratio}, without the draw ${upToDraw}${total === best.total ? '' : '   LEMON DISAGREES'}`,
  );
}

function seconds(run) {
  return `${run.seconds.toFixed(3).padStart(8)} s (processor ${run.processor?.toFixed(2) ?? '?'})`;
}

function isFlow(size) {
  return !size.includes('rules') && (size.includes('even') || size.split(/[x ]/)[1] === '1');
}

/** Undefined, and said so once, where LEMON is missing. */
function createPeer(size) {
  if (lemon === undefined) {
    lemon = compileLemon();
    if (lemon.missing !== undefined) console.log(`SKIPPED: the comparison with LEMON: ${lemon.missing}`);
  }
  if (lemon.solve === undefined) return undefined;
  const instance = createInstance(parseSize(size));
  return () => lemon.solve(instance);
}

function parseSize(size) {
  const [people, slots, themes] = size.split(/[x ]/).map(Number);
  return { people, slots, themes, even: size.includes('even'), rules: size.includes('rules') };
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
  compileLate(process.versions); // as the command does
  const instance = createInstance(parseSize(size));
  const solve = await ENGINES[engine]();
  const [start, used] = [performance.now(), process.cpuUsage()];
  let criterionDone = Number.NaN;
  const { engine: name, certificate } = await solve(instance, { criterion, seed: 'bench' }, async (title) => {
    if (title === 'the draw') criterionDone = performance.now();
  });
  const elapsed = (performance.now() - start) / 1000;
  console.log(
    JSON.stringify({
      engine: name,
      seconds: elapsed,
      /** Of the processor, which other work on the machine does not lengthen by much. */
      processor: process.cpuUsage(used).user / 1e6,
      /** Until the draw began. */
      criterion: (criterionDone - start) / 1000,
      memory: Math.round(process.resourceUsage().maxRSS / 1024),
      proof: describeProof(certificate),
      values: certificate.map((one) => [one.stage, one.value]),
    }),
  );
}

/** How far the first stage that is not proven may be from the best. */
function describeProof(certificate) {
  const open = certificate.find((one) => !one.proven);
  const hasDraw = certificate.some((one) => one.stage.startsWith('lottery'));
  if (open === undefined) return hasDraw ? 'proven' : 'proven, the draw apart';
  const { title, value, bound } = open;
  return `${title}: ${value}, gap ${(((value - bound) / value) * 100).toFixed(4)} %`;
}
