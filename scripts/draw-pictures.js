/**
 * `npm run pictures`: draws docs/pictures/badge-<design>-<size>.png, the badge of one attendee of examples/sosent-2016 in
 * every built-in design and every size; the same program draws the same bytes on every machine.
 * With Chromium also docs/pictures/mail-<template>.png, every ready-made mail on a wide screen and, in the dark, on a phone,
 * and report*.png, parts of the report; these depend on its fonts. `npm run pictures -- mails` draws only the mails.
 * Reads the built program.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readPeople } from '../dist/commands/badges/people.js';
import { drawPngs } from '../dist/commands/badges/png.js';
import { openMailing, readMailingFacts } from '../dist/commands/emails/content.js';
import { SosentError } from '../dist/errors.js';
import { openEvent } from '../dist/folder/event-folder.js';
import { BADGE_SIZES } from '../dist/render/badges/sizes.js';
import { startBrowser } from '../dist/sinks/browser/devtools.js';
import { findBrowsers } from '../dist/sinks/browser/find-browsers.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs', 'pictures');
const DESIGNS = ['classic', 'bold', 'minimal', 'programme'];
/** Of which the backs are shown: one card that is higher than wide, and one that is wider than high. */
const WITH_BACKS = ['a6', '90x55'];
const WHO = 'Agnieszka Nowak';
/** So that most pictures stay below 30 kB. */
const DOTS_PER_MM = 3;
const LIMIT = 60_000;
/** In pixels. */
const REPORT_SIZE = { width: 1180, height: 1400 };
const REPORT_PICTURES = [
  { file: 'report.png', scheme: 'light', from: '', to: 'sessions' },
  { file: 'report-dark.png', scheme: 'dark', from: 'flow', to: 'mix' },
];

const folder = makeEvent();
try {
  if (!process.argv.includes('mails')) {
    await drawAll();
    await drawReport();
  }
  await drawMails();
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
  // A strip is the same in every design, and half of a fold-over badge is a flat one.
  const flat = Object.keys(BADGE_SIZES).filter((name) => !name.endsWith('-fold'));
  const [first, ...others] = builtInDesigns();
  const wanted = [
    ...flat.map((size) => ({ design: first, size })),
    ...others.flatMap((design) =>
      flat.filter((size) => BADGE_SIZES[size].shape !== 'strip').map((size) => ({ design, size })),
    ),
  ];
  for (const { design, size } of wanted) {
    await draw(`badge-${design}-${size}.png`, { design, size, side: 'front' });
    if (WITH_BACKS.includes(size) && hasBack(design, size)) {
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

/**
 * @param {string} design
 * @param {string} size
 */
function hasBack(design, size) {
  const files = readdirSync(join(ROOT, 'templates', 'badges'));
  return [`${design}.back`, `${design}.${BADGE_SIZES[size].shape}.back`].some((name) =>
    files.includes(`${name}.typ.hbs`),
  );
}

/**
 * Templates in the order of a conference, each with the height of its picture and the person to whom it is the most
 * telling: by a test of what the mail can say.
 */
function mailsToDraw() {
  return [
    { template: 'your-sessions', height: 1010, tells: ({ recipient }) => recipient.attendee.needs !== '' },
    {
      template: 'practical-information',
      height: 860,
      tells: ({ recipient }) => recipient.attendee.dietary !== '',
    },
    { template: 'plan-changed', height: 1060, tells: ({ recipient }) => recipient.changes.length > 1 },
    {
      template: 'waitlist',
      height: 860,
      tells: ({ recipient }) => recipient.changes.some((one) => one.before?.waits),
    },
    { template: 'delegation-lead', height: 1060, tells: () => true },
    { template: 'thank-you', height: 1060, tells: ({ recipient }) => recipient.workplace.needs.length > 3 },
  ];
}

async function drawMails() {
  const browser = ['chromium', 'google-chrome', 'chrome'].find(
    (one) => spawnSync(one, ['--version']).status === 0,
  );
  if (browser === undefined) return console.log('     -  mails: no Chromium to draw them with');
  run(folder, ['assign', '--publish'], [0]);
  changePlan();
  const path = join(folder, 'sosent.yaml');
  const [before = ''] = readFileSync(path, 'utf8').split(/^ {2}mailings:$/m);
  const lines = mailsToDraw().map(({ template }) => `    - { id: ${template}, subject: Mail }`);
  writeFileSync(path, [`${before}  mailings:`, ...lines, ''].join('\n'));
  const event = await openEvent({ cwd: folder, eventPath: undefined });
  const facts = await readMailingFacts(event);
  for (const { template, height, tells } of mailsToDraw()) {
    const mailing = event.event.emails.mailings.find((one) => one.id === template);
    if (mailing === undefined) throw new Error(`${template} is no mailing`);
    const content = await openMailing(event, mailing, facts);
    const english = content.plan.recipients.filter(
      (one) => template === 'delegation-lead' || one.language === 'en',
    );
    const messages = await Promise.all(english.map(async (one) => (await content.compose(one)).message));
    const message = messages.find(tells) ?? messages[0];
    if (message === undefined) throw new Error(`nobody gets ${template}`);
    photograph(browser, { template, height, html: message.html });
  }
}

/** What people were told becomes another plan: some waited who now have a seat, some sat elsewhere. */
function changePlan() {
  const path = join(folder, 'data', 'published.csv');
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const changed = rows.map((row, index) => {
    const [who, slot, session, , rank] = row.split(',');
    if (index % 5 === 0) return [who, slot, session, 'waitlisted', rank].join(',');
    return index % 4 === 0 ? [who, slot, `barn-unge-${slot}`, 'assigned', rank].join(',') : row;
  });
  writeFileSync(path, `${[header, ...changed].join('\n')}\n`);
}

/**
 * The mail 640 px wide and light; beside it 320 px wide and dark.
 * @param {string} browser
 * @param {{ template: string, height: number, html: string }} mail
 */
function photograph(browser, { template, height, html }) {
  const dark = html
    .replace('(prefers-color-scheme: dark)', 'all')
    .replaceAll('color-scheme: light dark', 'color-scheme: dark');
  writeFileSync(join(folder, 'light.html'), html);
  writeFileSync(join(folder, 'dark.html'), dark);
  const frame = (name, width) =>
    `<iframe src="${name}.html" style="width:${width}px;height:${height}px;border:0"></iframe>`;
  writeFileSync(
    join(folder, 'mail.html'),
    `<body style="margin:0;display:flex;gap:16px;background:#c6ced6">${frame('light', 640)}${frame('dark', 320)}</body>`,
  );
  const file = join(PICTURES, `mail-${template}.png`);
  const { status } = spawnSync(
    browser,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--allow-file-access-from-files',
      '--blink-settings=preferredColorScheme=1',
      '--force-device-scale-factor=0.6',
      `--window-size=976,${height}`,
      `--screenshot=${file}`,
      join(folder, 'mail.html'),
    ],
    { timeout: 60_000 },
  );
  if (status !== 0) throw new Error(`${browser} could not draw ${template}`);
  console.log(`${String(statSync(file).size).padStart(6)}  docs/pictures/mail-${template}.png`);
}

async function drawReport() {
  const [program] = await findBrowsers({
    named: process.env['SOSENT_BROWSER'],
    env: process.env,
    platform: process.platform,
  });
  if (program === undefined) return console.log('     -  report.png: no browser');
  run(folder, ['export', 'report', '--language', 'en'], [0]);
  const browser = await startBrowser(program);
  try {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const send = (method, params) => browser.send(method, params, String(sessionId));
    await send('Page.enable');
    for (const { file, scheme, from, to } of REPORT_PICTURES) {
      await send('Emulation.setDeviceMetricsOverride', {
        ...REPORT_SIZE,
        deviceScaleFactor: 1,
        mobile: true,
      });
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await send('Emulation.setEmulatedMedia', { media: 'screen', features });
      await send('Page.navigate', { url: pathToFileURL(join(folder, 'out', 'exports', 'report.html')).href });
      const [top, bottom] = await untilLoaded(send, from, to);
      const clip = { x: 0, y: top, width: REPORT_SIZE.width, height: bottom - top, scale: 1 };
      const { data } = await send('Page.captureScreenshot', { captureBeyondViewport: true, clip });
      const png = Buffer.from(String(data), 'base64');
      writeFileSync(join(PICTURES, file), png);
      console.log(`${String(png.length).padStart(6)}  docs/pictures/${file}`);
    }
  } finally {
    await browser.close();
  }
}

/** Then gives back where the picture begins and ends: from the top of one section to the end of another. */
async function untilLoaded(send, from, to) {
  const edge = (id, side) =>
    `Math.round(document.getElementById('${id}').getBoundingClientRect().${side} + scrollY)`;
  const expression = `location.protocol === 'file:' && document.readyState === 'complete' && [${from === '' ? 0 : `${edge(from, 'top')} - 16`}, ${edge(to, 'bottom')} + 16]`;
  for (;;) {
    const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
    if (Array.isArray(result.value)) return result.value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
