/**
 * `npm run bench:import [-- rows ...]`: the whole job of `sosent import` (read, clean, validate, identify, de-duplicate,
 * write, sync) against Debian's miller, which only puts a column into lower case, de-duplicates and writes, and at up
 * to 100,000 rows against csvkit's `csvcut | csvjson`. Prints seconds, peak memory and ratios from one run; the two are
 * run in turn, and the medians count. Needs `mlr` (and csvkit) on the path; Linux, for the memory.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRegistrations } from './registrations.js';
import { report, watchRun } from './watch-run.js';

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
    first.push(await watchRun(process.execPath, [CLI, 'import', file], event));
    again.push(await watchRun(process.execPath, [CLI, 'import', file], event));
    miller.push(await watchRun('sh', ['-c', millerLine(file)], event));
    if (rows <= 100_000) csvkit.push(await watchRun('sh', ['-c', csvkitLine(file)], event));
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
