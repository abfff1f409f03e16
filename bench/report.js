/**
 * `npm run bench:report [-- counts ...]`: the whole job of `sosent export report` and of its shared version (read the
 * folder, check it, count, write the page) with three time slots of twenty themes and a plan by `sosent assign`. Prints
 * seconds, peak memory and the size of the page; medians of three runs. Linux, for the memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attendeesFile } from '../dist/folder/attendees.js';
import { createInstance } from './instances.js';
import { report, watchRun } from './watch-run.js';

const CLI = fileURLToPath(new URL('../bin/sosent.js', import.meta.url));
const THEMES = 20;
const DIETS = ['Vegan', 'Vegetarian', 'Halal', 'No nuts', 'Gluten free'];

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [500, 10_000, 100_000]) await measure(count);

/** @param {number} count */
async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'sosent-bench-'));
  try {
    writeEvent(folder, count);
    console.log(`\n${count.toLocaleString('en')} people`);
    for (const [name, words, file] of [
      ['sosent export report', ['report'], 'report.html'],
      ['shared', ['report', '--shared'], 'report-shared.html'],
    ]) {
      const runs = [];
      for (let round = 0; round < 3; round += 1) {
        runs.push(await watchRun(process.execPath, [CLI, 'export', ...words], folder));
      }
      report(name, runs);
      const { size } = statSync(join(folder, 'out', 'exports', file));
      console.log(`  page, kB                  ${(size / 1000).toFixed(0)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {number} count
 */
function writeEvent(folder, count) {
  const list = (line) => Array.from({ length: THEMES }, (_, index) => line(index)).join('\n');
  const seats = Math.ceil(count / 0.95 / THEMES);
  mkdirSync(join(folder, 'data'));
  writeFileSync(
    join(folder, 'sosent.yaml'),
    `sosent: 1
event: { id: bench, title: Bench, date: 2026-03-12, timeZone: Europe/Oslo, languages: [en] }
themes:
${list((theme) => `  - { id: t${theme}, title: Theme ${theme} }`)}
rooms:
${list((theme) => `  - { id: r${theme}, title: Room ${theme}, capacity: ${seats} }`)}
timeSlots:
  - { id: "1", start: "10:00", end: "10:45" }
  - { id: "2", start: "11:00", end: "11:45" }
  - { id: "3", start: "12:00", end: "12:45" }
sessions:
${list((theme) => `  - { theme: t${theme}, room: r${theme}, timeSlots: all }`)}
attendeeTypes:
  - { id: entrepreneur, title: Entrepreneur }
  - { id: municipality, title: Municipality }
delegations: { minimumSize: 5 }
`,
  );
  const { attendees } = createInstance({ people: count, slots: 3, themes: THEMES, even: true });
  const people = attendees.map((one, index) => ({
    ...one,
    code: (index + 46_656).toString(36).toUpperCase(),
    email: `${one.id}@example.org`,
    dietary: index % 4 === 0 ? (DIETS[index % 5] ?? '') : '',
  }));
  const { path, content } = attendeesFile(people);
  writeFileSync(join(folder, path), content);
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'assign'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`sosent assign failed:\n${stderr}`);
}
