/**
 * How long `sosent --version` takes beside a bare `node -e 0`: `npm run bench:startup`. The runs alternate, so that
 * whatever else the machine does meets both; the ratio is the median over the pairs. Goal: at most 1.5.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/sosent.js', import.meta.url));
const PAIRS = 40;
const WARM_UP = 5;
const GOAL = 1.5;

const bare = [];
const version = [];
for (let pair = -WARM_UP; pair < PAIRS; pair += 1) {
  const one = timeOf(['-e', '0']);
  const other = timeOf([BIN, '--version']);
  if (pair < 0) continue;
  bare.push(one);
  version.push(other);
}
const ratio = median(version.map((time, index) => time / bare[index]));

console.log(`machine          ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`);
console.log(`Node.js          ${process.version}, ${process.platform} ${process.arch}`);
console.log(`node -e 0        ${median(bare).toFixed(1)} ms (median of ${PAIRS})`);
console.log(`sosent --version ${median(version).toFixed(1)} ms`);
console.log(`ratio            ${ratio.toFixed(2)} (goal: at most ${GOAL})`);
process.exitCode = ratio <= GOAL ? 0 : 1;

function timeOf(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
