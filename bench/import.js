/**
 * `npm run bench:import [-- rows ...]`: the whole job of `sosent import` (read, clean, validate, identify, de-duplicate,
 * write, sync) against Debian's miller, which only puts a column into lower case, de-duplicates and writes, and at up
 * to 100,000 rows against csvkit's `csvcut | csvjson`. Prints seconds, peak memory and ratios from one run; the two are
 * run in turn, and the medians count. Needs `mlr` (and csvkit) on the path; Linux, for the memory.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { writeRegistrations } from './registrations.js';

const CLI = fileURLToPath(new URL('../bin/sosent.js', import.meta.url));
const EVENT = fileURLToPath(new URL('../examples/sosent-2016/sosent.yaml', import.meta.url));
const ROUNDS = 3;

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'sosent-bench-'));
try {
  for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await compare(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {number} rows */
async function compare(rows) {
  const file = join(folder, `${rows}.csv`);
  await writeRegistrations(file, rows);
  const [first, again, miller, csvkit] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const event = join(folder, 'event');
    rmSync(event, { recursive: true, force: true });
    mkdirSync(event);
    copyFileSync(EVENT, join(event, 'sosent.yaml'));
    first.push(await run(process.execPath, [CLI, 'import', file], event));
    again.push(await run(process.execPath, [CLI, 'import', file], event));
    miller.push(await run('sh', ['-c', millerLine(file)], event));
    if (rows <= 100_000) csvkit.push(await run('sh', ['-c', csvkitLine(file)], event));
  }
  rmSync(file);
  console.log(`\n${rows.toLocaleString('en')} rows x 15 columns, medians of ${ROUNDS}`);
  const mine = report('sosent import', first);
  const second = report('sosent import, again', again);
  const theirs = report('miller', miller);
  console.log(`  speed against miller      ${(theirs.seconds / mine.seconds).toFixed(2)}`);
  console.log(`  memory against miller     ${(mine.memory / theirs.memory).toFixed(2)}`);
  console.log(`  again against first       ${(second.seconds / mine.seconds).toFixed(2)}`);
  if (csvkit.length > 0) {
    const slow = report('csvcut | csvjson', csvkit);
    console.log(`  speed against csvkit      ${(slow.seconds / mine.seconds).toFixed(2)}`);
  }
}

/** @param {string} file */
function millerLine(file) {
  return `exec mlr --icsv --ifs ';' --ocsv put '$[[[5]]]=tolower($[[[5]]])' then head -n 1 -g E-post '${file}' > miller.csv`;
}

/** @param {string} file */
function csvkitLine(file) {
  return `csvcut -d ';' -c 3,4,5,7 '${file}' | csvjson > csvkit.json`;
}

/**
 * Runs a command and watches the peak of its memory.
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ seconds: number, memory: number }>} MB of the one process
 */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, peakOf(child.pid));
    }, 20);
    child.on('error', reject);
    child.on('exit', (status) => {
      clearInterval(watch);
      if (status !== 0) return reject(new Error(`${command} ${args.join(' ')} ended with ${status}`));
      resolve({ seconds: (performance.now() - start) / 1000, memory });
    });
  });
}

/** @param {number | undefined} pid */
function peakOf(pid) {
  try {
    const [, peak = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(peak) / 1024;
  } catch {
    return 0;
  }
}

/**
 * @param {string} name
 * @param {{ seconds: number, memory: number }[]} runs
 */
function report(name, runs) {
  const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const seconds = median(runs.map((one) => one.seconds));
  const memory = median(runs.map((one) => one.memory));
  console.log(
    `  ${name.padEnd(24)}  ${seconds.toFixed(2).padStart(7)} s  ${memory.toFixed(0).padStart(6)} MB`,
  );
  return { seconds, memory };
}
