/**
 * `npm run examples`: runs the commands in examples/<name>/expected/commands.txt in a copy of each example and compares,
 * byte for byte, what they print and what they leave behind with the rest of expected/. `npm run examples -- --update`
 * writes expected/ anew; look at the diff in git before you commit it. Names of examples limit the run to these.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLES = join(ROOT, 'examples');
const CLI = join(ROOT, 'bin', 'sosent.js');
const NOW = '2016-10-20T08:00:00Z';
const COMMANDS = 'commands.txt';
const LONG_EXPORT = 50_000;

const args = process.argv.slice(2);
const update = args.includes('--update');
const wanted = args.filter((one) => !one.startsWith('-'));
const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name)
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();
if (names.length === 0) fail(`No example to compare in ${EXAMPLES}.`);

let different = 0;
for (const name of names) {
  const produced = runExample(name);
  if (update) writeExpected(name, produced);
  else different += compareExample(name, produced);
}
if (different > 0) {
  fail(
    `\n${different} ${different === 1 ? 'file differs' : 'files differ'} from what is expected.` +
      '\nIf the new results are right: npm run examples -- --update, then read the diff.',
  );
}

/**
 * Runs an example's commands in a copy of it.
 * @param {string} name
 * @returns {Map<string, Buffer>} what belongs into expected/, by path
 */
function runExample(name) {
  const example = join(EXAMPLES, name);
  const commands = readCommands(example);
  const copy = mkdtempSync(join(tmpdir(), `sosent-${name}-`));
  try {
    cpSync(example, copy, { recursive: true, filter: (path) => path !== join(example, 'expected') });
    const before = readTree(copy);
    const transcript = commands.map((line) => runLine(line, copy));
    const after = [...readTree(copy)].filter(([path, bytes]) => !before.get(path)?.equals(bytes));
    return recordResults(transcript.join('\n'), after);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** @param {string} example */
function readCommands(example) {
  const path = join(example, 'expected', COMMANDS);
  if (!existsSync(path)) fail(`${path} is missing: list there the commands to run.`);
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * One command as a person would see it on paper.
 * @param {string} line
 * @param {string} cwd
 */
function runLine(line, cwd) {
  const { FORCE_COLOR: _, ...env } = process.env;
  const run = spawnSync(process.execPath, [CLI, ...line.split(/\s+/)], {
    cwd,
    encoding: 'utf8',
    env: { ...env, SOSENT_NOW: NOW, NO_COLOR: '1' },
  });
  if (run.error) throw run.error;
  const parts = [`$ sosent ${line}`, `exit ${run.status ?? run.signal}`];
  if (run.stdout !== '') parts.push('--- stdout', run.stdout.trimEnd());
  if (run.stderr !== '') parts.push('--- stderr', run.stderr.trimEnd());
  return `${parts.join('\n')}\n`;
}

/**
 * What is kept of the new and changed files: data and tables whole (long exports as a hash), the first mail and the first
 * calendar whole, the rest as a hash, and what is printed (PDF, its pages as pictures, the record of it) or packed
 * (workbooks) by name only, because its bytes follow the version of the engine that prints or packs, and every touch to a
 * design.
 * @param {string} transcript
 * @param {[string, Buffer][]} files
 */
function recordResults(transcript, files) {
  const kept = new Map([['transcript.txt', Buffer.from(transcript)]]);
  const list = [];
  const firsts = ['.eml', '.ics'].map((ending) => files.find(([path]) => path.endsWith(ending))?.[0]);
  for (const [path, bytes] of files) {
    if (/\.(pdf|png|svg|xlsx)$|^out\/badges|^data\/printed-badges/.test(path))
      list.push(`${'printed'.padEnd(64)}  ${path}`);
    else if (isRead(path, bytes) || firsts.includes(path)) kept.set(path, bytes);
    else list.push(`${createHash('sha256').update(bytes).digest('hex')}  ${path}`);
  }
  if (list.length > 0) kept.set('hashes.txt', Buffer.from(`${list.join('\n')}\n`));
  return kept;
}

/**
 * Whether a person would read a file's diff: data always, exports where they are not long.
 * @param {string} path
 * @param {Buffer} bytes
 */
function isRead(path, bytes) {
  return (
    /\.(csv|json|jsonl|md)$/.test(path) && (!path.startsWith('out/exports/') || bytes.length < LONG_EXPORT)
  );
}

/**
 * @param {string} name
 * @param {Map<string, Buffer>} produced
 */
function writeExpected(name, produced) {
  const folder = join(EXAMPLES, name, 'expected');
  const commands = readFileSync(join(folder, COMMANDS));
  rmSync(folder, { recursive: true });
  for (const [path, bytes] of [[COMMANDS, commands], ...produced]) {
    const target = join(folder, String(path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  console.log(`${name}: ${produced.size} files written to ${join('examples', name, 'expected')}`);
}

/**
 * @param {string} name
 * @param {Map<string, Buffer>} produced
 * @returns {number} how many files differ
 */
function compareExample(name, produced) {
  const expected = readTree(join(EXAMPLES, name, 'expected'));
  expected.delete(COMMANDS);
  if (expected.size === 0) {
    console.log(`${name}: nothing to compare with yet. Write it with: npm run examples -- --update ${name}`);
    return 1;
  }
  const paths = [...new Set([...expected.keys(), ...produced.keys()])].sort();
  const wrong = paths.flatMap((path) => describeDifference(path, expected.get(path), produced.get(path)));
  for (const text of wrong) console.log(`${name}: ${text}`);
  if (wrong.length === 0) console.log(`${name}: ${paths.length} files as expected`);
  return wrong.length;
}

/**
 * @param {string} path
 * @param {Buffer | undefined} expected
 * @param {Buffer | undefined} produced
 * @returns {string[]} nothing where both are equal
 */
function describeDifference(path, expected, produced) {
  if (expected === undefined) return [`${path} is new and not expected`];
  if (produced === undefined) return [`${path} is expected and was not made`];
  if (expected.equals(produced)) return [];
  const [before, now] = [expected, produced].map((bytes) => bytes.toString('utf8').split('\n'));
  const line = before.findIndex((text, index) => text !== now[index]);
  const at = line === -1 ? before.length : line;
  return [
    `${path} differs from line ${at + 1}\n  - ${before[at] ?? '(end of file)'}\n  + ${now[at] ?? '(end of file)'}`,
  ];
}

/**
 * @param {string} folder
 * @returns {Map<string, Buffer>} the files below a folder by their path with `/`, in the order of code points
 */
function readTree(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name));
  const named = paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), path]);
  return new Map(
    named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, path]) => [name, readFileSync(path)]),
  );
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
