/**
 * `npm run bench:export [-- counts ...]`: the whole job of `sosent export` (read, check the plan, render, write) for all
 * exports in every format, and for calendars alone. Prints seconds and peak memory, medians of three runs. Linux, for
 * the memory.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBadgeEvent } from './badge-people.js';
import { report, watchRun } from './watch-run.js';

const CLI = fileURLToPath(new URL('../bin/sosent.js', import.meta.url));
const RUNS = {
  'every export': ['export', '--format', 'csv,json,ics'],
  calendars: ['export', 'calendars'],
  'summary and rosters': ['export', 'summary', 'rosters'],
};

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [2000, 20_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'sosent-bench-'));
  try {
    mkdirSync(join(folder, 'data'));
    writeBadgeEvent(folder, count);
    console.log(`\n${count.toLocaleString('en')} people`);
    for (const [name, args] of Object.entries(RUNS)) {
      const runs = [];
      for (let round = 0; round < 3; round += 1)
        runs.push(await watchRun(process.execPath, [CLI, ...args], folder));
      report(name, runs);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
