/**
 * `npm run demo`: copies examples/sosent-2016 to demo/ and runs the whole way there, from registration files to badges,
 * mails and lists, with the real program. Exits with 1 when a step does not do what it should.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'bin', 'sosent.js');
const EXAMPLE = join(ROOT, 'examples', 'sosent-2016');
const DEMO = join(ROOT, 'demo');
const MARK = join(DEMO, '.sosent-demo');

/** Each step, the exit status it should have, and a word to the person who watches. */
const STEPS = [
  {
    line: 'import registrations/pamelding-kommune.csv registrations/webform.csv',
    exit: 1,
    say: 'Two registration files of different shape. Some rows are broken on purpose, so exit status 1 is right here.',
  },
  { line: 'check', exit: 0, say: 'Is everything in the event folder sound?' },
  { line: 'assign', exit: 0, say: 'Who sits where.' },
  { line: 'badges', exit: 0, say: 'One badge each, ready to print.' },
  {
    line: 'emails',
    exit: 0,
    say: 'One mail each, in the language of the person, into the outbox. Nothing is sent.',
  },
  { line: 'export all', exit: 0, say: 'What the day needs.' },
];

freshCopy();
console.log('The event folder is demo/, a fresh copy of examples/sosent-2016.');
const begin = performance.now();
for (const step of STEPS) runStep(step);
requireResults();
showResults();

/** Never deletes a folder that is not an earlier demo. */
function freshCopy() {
  if (existsSync(DEMO)) {
    if (!existsSync(MARK)) fail('demo/ is there and was not made by this demo. Move it away and try again.');
    rmSync(DEMO, { recursive: true });
  }
  cpSync(EXAMPLE, DEMO, { recursive: true, filter: (path) => path !== join(EXAMPLE, 'expected') });
  writeFileSync(MARK, 'Made by `npm run demo`, and deleted by the next one.\n');
}

/** @param {{ line: string, exit: number, say: string }} step */
function runStep({ line, exit, say }) {
  console.log(`\n# ${say}\n$ sosent ${line}`);
  const start = performance.now();
  const run = spawnSync(process.execPath, [CLI, ...line.split(' ')], { cwd: DEMO, stdio: 'inherit' });
  if (run.error) fail(`sosent could not be started: ${run.error.message}`);
  console.log(`(${seconds(start)}, exit status ${run.status})`);
  if (run.status !== exit) fail(`This step should have ended with exit status ${exit}.`);
}

/** Looks at what came out, so that the demo cannot end well without its results. */
function requireResults() {
  const out = listOut();
  const pdf = out.find((path) => path.endsWith('.pdf'));
  const mails = out.filter((path) => path.endsWith('.eml')).length;
  const seats =
    readFileSync(join(DEMO, 'data', 'placements.csv'), 'utf8')
      .trimEnd()
      .split('\n').length - 1;
  if (pdf === undefined || readFileSync(join(DEMO, pdf)).subarray(0, 5).toString() !== '%PDF-') {
    fail('No PDF with badges was made.');
  }
  if (mails < 150) fail(`Only ${mails} mails were written.`);
  if (seats < 450) fail(`Only ${seats} placements were written.`);
}

/** The files to open first, and for the others how many there are. */
function showResults() {
  console.log(`\nDone in ${seconds(begin)}. Where to look:\n`);
  const toOpen = /\.pdf$|index\.html$|\.csv$/;
  const rest = new Map();
  for (const path of ['data/attendees.csv', 'data/placements.csv', ...listOut()]) {
    if (toOpen.test(path)) console.log(`  demo/${path}`);
    else {
      const folder = path.slice(0, path.lastIndexOf('/'));
      rest.set(folder, (rest.get(folder) ?? 0) + 1);
    }
  }
  for (const [folder, count] of rest)
    console.log(`  demo/${folder}/  and ${count} more ${count === 1 ? 'file' : 'files'}`);
  console.log('\nTry your own event: node bin/sosent.js init my-event');
}

/** @returns {string[]} the files in out/, by path from the event folder with `/` */
function listOut() {
  const out = join(DEMO, 'out');
  if (!existsSync(out)) return [];
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name).slice(DEMO.length + 1));
  return paths.map((path) => path.replaceAll('\\', '/')).sort();
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** @param {string} message */
function fail(message) {
  console.error(`\nThe demo stopped: ${message}`);
  process.exit(1);
}
