/**
 * `npm run bench:emails [-- counts ...]`: renders the ready-made mailing your-sessions, subject, text and HTML, and holds
 * it against template literals that give the same text from the same people (bench/peers/your-sessions-literal.js), in
 * turn in one process, by processor time, as medians. Then renders and packs mailings to 1,000 and to 100,000 recipients,
 * each in a process of its own, and prints how much memory came on top of what was there before the first message.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { headerText } from '../dist/core/mail/address.js';
import { gatherFacts } from '../dist/core/mail/facts.js';
import { planMailing } from '../dist/core/mail/plan-mailing.js';
import { parseEvent } from '../dist/folder/config/parse-event.js';
import { readMailTemplates } from '../dist/folder/mail-templates.js';
import { composeMessage } from '../dist/render/emails/compose-message.js';
import { viewMessage } from '../dist/render/emails/message-view.js';
import { prepareMailing } from '../dist/render/emails/render-mailing.js';
import { tidyText, withoutControls } from '../dist/render/emails/tidy-text.js';
import { makeMailingPeople } from './mailing-people.js';
import { LITERALS } from './peers/your-sessions-literal.js';

const ROUNDS = 31;
const PEOPLE = 400;

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--memory') {
  await measureMemory(Number(rest[0]));
} else {
  await compareSpeed();
  const counts = [mode, ...rest].map(Number).filter((one) => one > 0);
  for (const count of counts.length > 0 ? counts : [1000, 10_000, 100_000]) {
    const run = spawnSync(
      process.execPath,
      ['--expose-gc', fileURLToPath(import.meta.url), '--memory', String(count)],
      { encoding: 'utf8' },
    );
    process.stdout.write(run.status === 0 ? run.stdout : run.stderr);
  }
}

/** @param {number} count */
async function prepare(count) {
  const { yaml, attendees, placements } = makeMailingPeople(count);
  const { value: event, problems } = parseEvent(yaml, 'sosent.yaml');
  if (event === undefined) throw new Error(JSON.stringify(problems));
  const [mailing] = event.emails.mailings;
  const facts = gatherFacts(event, { attendees, placements, pins: [], published: undefined });
  const plan = planMailing(mailing, facts);
  const folder = { root: '/nowhere', shownRoot: '.', event, problems: [], locate: () => ({ file: '' }) };
  const renderer = prepareMailing(event, plan, {
    templates: await readMailTemplates(folder, mailing.template),
    locateSubject: () => ({ file: 'sosent.yaml' }),
    locateAttachment: () => ({ file: 'sosent.yaml' }),
    isThere: () => true,
  });
  return { event, plan, renderer };
}

async function compareSpeed() {
  const { event, plan, renderer } = await prepare(PEOPLE);
  const { recipients } = plan;

  /** What somebody would write who wants the same text and nothing else. */
  const literal = (recipient) => {
    const view = viewMessage(event, recipient);
    const subject = headerText(
      `${view.language === 'nb' ? 'Dine sesjoner på' : 'Your sessions at'} ${view.event.title}`,
    );
    const full = { ...view, subject };
    const parts = LITERALS[view.language];
    return { subject, text: tidyText(parts.txt(full)), html: withoutControls(parts.html(full)) };
  };
  for (const recipient of recipients) {
    const [ours, theirs] = [renderer.render(recipient), literal(recipient)];
    for (const part of ['subject', 'text', 'html']) {
      if (ours[part] !== theirs[part]) throw new Error(`${part} of ${recipient.attendee.id} differs`);
    }
  }
  const times = { templates: [], literals: [], compose: [] };
  const [first] = recipients;
  for (let round = 0; round < ROUNDS; round += 1) {
    times.templates.push(processorTime(recipients, renderer.render));
    times.literals.push(processorTime(recipients, literal));
  }
  const start = process.cpuUsage();
  for (const one of recipients) await composeMessage(plan, renderer.render(one));
  const { user, system } = process.cpuUsage(start);
  const [templates, literals] = [median(times.templates), median(times.literals)];
  console.log(`Rendering ${PEOPLE} messages of ${(renderer.render(first).html.length / 1000).toFixed(1)} kB`);
  console.log(`  templates           ${perMessage(templates)}`);
  console.log(`  template literals   ${perMessage(literals)}`);
  console.log(`  speed against template literals: ${(literals / templates).toFixed(2)}`);
  console.log(`  rendered and packed ${perMessage(user + system)}`);
}

/** Strings that were put together are copied into one only when they are read: as whoever sends them does. */
function flat({ subject, text, html }) {
  return Buffer.byteLength(subject) + Buffer.byteLength(text) + Buffer.byteLength(html);
}

/** In microseconds: other programs on the machine do not count. */
function processorTime(recipients, render) {
  const before = process.cpuUsage();
  for (const one of recipients) flat(render(one));
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function perMessage(microseconds) {
  const each = microseconds / PEOPLE;
  return `${each.toFixed(0).padStart(5)} µs each, ${(1_000_000 / each).toFixed(0).padStart(6)} a second`;
}

/** @param {number} count */
async function measureMemory(count) {
  const { plan, renderer } = await prepare(count);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let [peak, bytes] = [before, 0];
  for (const [index, recipient] of plan.recipients.entries()) {
    bytes += (await composeMessage(plan, renderer.render(recipient))).length;
    if (index % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  globalThis.gc?.();
  const mb = (number) => (number / 1e6).toFixed(0).padStart(5);
  console.log(
    `${String(count).padStart(7)} messages, ${mb(bytes)} MB: people and plan ${mb(before)} MB, at most ${mb(peak - before)} MB on top`,
  );
}
