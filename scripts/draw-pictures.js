/**
 * `npm run pictures`: draws docs/pictures/badge-<design>-<size>.png, the badge of one attendee of examples/sosent-2016 in
 * every built-in design and, in the first of them, in every size. The same program draws the same bytes on every machine.
 * Reads the built program.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPeople } from '../dist/commands/badges/people.js';
import { drawPngs } from '../dist/commands/badges/png.js';
import { SosentError } from '../dist/errors.js';
import { openEvent } from '../dist/folder/event-folder.js';
import { BADGE_SIZES } from '../dist/render/badges/sizes.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs', 'pictures');
const DESIGNS = ['classic', 'bold', 'minimal', 'programme'];
/** Of which every design is shown: one card that is higher than wide, and one that is wider than high. */
const SHOWN = ['a6', '90x55'];
const WHO = 'Agnieszka Nowak';
/** So that most pictures stay below 30 kB. */
const DOTS_PER_MM = 3;
const LIMIT = 60_000;

const folder = makeEvent();
try {
  await drawAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A copy of the example in which everybody has their sessions. */
function makeEvent() {
  const copy = mkdtempSync(join(tmpdir(), 'sosent-pictures-'));
  const example = join(ROOT, 'examples', 'sosent-2016');
  cpSync(example, copy, { recursive: true, filter: (path) => path !== join(example, 'expected') });
  run(copy, ['import', 'registrations/pamelding-kommune.csv', 'registrations/webform.csv'], [0, 1]);
  run(copy, ['assign'], [0]);
  return copy;
}

/**
 * @param {string} cwd
 * @param {string[]} words
 * @param {number[]} expected
 */
function run(cwd, words, expected) {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin', 'sosent.js'), ...words], {
    cwd,
    encoding: 'utf8',
  });
  if (!expected.includes(status ?? -1)) throw new Error(`sosent ${words.join(' ')} failed:\n${stderr}`);
}

async function drawAll() {
  const context = { cwd: folder, env: {}, eventPath: undefined };
  const event = await openEvent(context);
  const { attendees } = await readPeople(event, [WHO]);
  const [first = '', ...others] = builtInDesigns();
  const flat = Object.keys(BADGE_SIZES).filter((name) => !name.endsWith('-fold'));
  const wanted = [
    ...flat.map((size) => ({ design: first, size })),
    ...others.flatMap((design) => SHOWN.map((size) => ({ design, size }))),
  ];
  for (const { design, size } of wanted) {
    await draw(`badge-${design}-${size}.png`, { design, size, side: 'front' });
    if (SHOWN.includes(size) && hasBack(design)) {
      await draw(`badge-${design}-${size}-back.png`, { design, size, side: 'back' });
    }
  }

  /**
   * @param {string} file
   * @param {{ design: string, size: string, side: 'front' | 'back' }} what
   */
  async function draw(file, what) {
    const drawing = drawPngs(context, event, { ...what, attendees, dotsPerMm: DOTS_PER_MM });
    const [png] = await drawing.catch(skipMissingShape);
    if (png === undefined) return console.log(`     -  ${file}: no card of this shape`);
    if (png.length > LIMIT) throw new Error(`${file} has ${png.length} bytes, more than ${LIMIT}.`);
    writeFileSync(join(PICTURES, file), png);
    console.log(`${String(png.length).padStart(6)}  docs/pictures/${file}`);
  }
}

/**
 * A design need not have a card of every shape (SOS503).
 * @param {unknown} error
 * @returns {Uint8Array[]}
 */
function skipMissingShape(error) {
  if (error instanceof SosentError && error.problems.some((one) => one.code === 'SOS503')) return [];
  throw error;
}

/** Those of the list that have a template, so that a name is never misspelt silently. */
function builtInDesigns() {
  const files = readdirSync(join(ROOT, 'templates', 'badges'));
  return DESIGNS.filter((name) => files.includes(`${name}.typ.hbs`));
}

/** @param {string} design */
function hasBack(design) {
  return readdirSync(join(ROOT, 'templates', 'badges')).includes(`${design}.back.typ.hbs`);
}
