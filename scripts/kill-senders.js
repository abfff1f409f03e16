/**
 * Kills `sosent emails send` with -9 at random points, over and over, and counts what the mail server got:
 * `npm run kill-senders`, or `node scripts/kill-senders.js <kills> <people> <most kills of one mailing>`. Every recipient must end with
 * exactly one message, or be `unknown` in the journal with one or none; never two, never silently none.
 * The server is this process, so that it outlives every sender. Needs a built sosent.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';

const BIN = fileURLToPath(new URL('../bin/sosent.js', import.meta.url));
const KILLS = Number(process.argv[2] ?? 200);
const PEOPLE = Number(process.argv[3] ?? 300);
const MOST_OF_ONE = Number(process.argv[4] ?? 1);
/** Milliseconds after the first message of a run; most runs over all people would last longer. */
const LONGEST_LIFE = 400;
/** Every so manyth is killed within so many milliseconds of its start, while it reads, plans and connects. */
const EARLY = { every: 6, within: 700 };

/** Last state of each attendee by event folder, as of the last run. */
const journals = new Map();
/** How often each address got a message. */
const got = new Map();
let onMessage = () => undefined;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', () => {
      const to = session.envelope.rcptTo[0].address;
      got.set(to, (got.get(to) ?? 0) + 1);
      onMessage();
      done();
    });
  },
});
server.on('error', () => undefined); // connections of killed senders
const listening = server.listen(0, '127.0.0.1');
await new Promise((resolve) => listening.once('listening', resolve));
const { port } = listening.address();

const totals = { killed: 0, locked: 0, done: 0, once: 0, unknownOnce: 0, unknownNone: 0 };
while (totals.killed < KILLS) {
  const root = await mkdtemp(join(tmpdir(), 'sosent-kill-'));
  await makeFolder(root);
  got.clear();
  for (let kills = 0, end = ''; end !== 'done'; ) {
    end = await send(root, totals.killed < KILLS && kills < MOST_OF_ONE);
    if (end === 'killed') kills += 1;
    totals[end] += 1;
  }
  await compare(root);
  await rm(root, { recursive: true });
  process.stderr.write(`\r${totals.killed} kills, ${totals.done} mailings `);
}
server.close();
console.log(
  `\n${totals.killed} kills over ${totals.done} mailings to ${PEOPLE} people: ${totals.once} got exactly one message and are on record, ` +
    `${totals.unknownOnce} got one and are unknown, ${totals.unknownNone} got none and are unknown; nobody got two, nobody was forgotten. ` +
    `${totals.locked} times the lock was free only at the second try.`,
);

/** One run, killed at a random point after its first message where it may be; 'done' where it came to its end. */
function send(root, mayKill) {
  return new Promise((resolve, reject) => {
    const args = ['emails', 'send', 'your-sessions', '--yes', '--expect', String(waiting(root))];
    const child = spawn(process.execPath, [BIN, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    let timer;
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const killWithin = (ms) => {
      timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * ms);
    };
    if (mayKill && totals.killed % EARLY.every === 0) killWithin(EARLY.within);
    onMessage = () => {
      onMessage = () => undefined;
      if (mayKill && timer === undefined) killWithin(LONGEST_LIFE);
    };
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') readJournal(root).then(() => resolve('killed'), reject);
      else if (status === 0 || (status === 1 && /SOS627/.test(stderr))) resolve('done');
      // Killed while it took over the lock of one that was killed before: the second run from here takes it.
      else if (status === 3 && /SOS103/.test(stderr) && totals.locked < totals.killed) resolve('locked');
      else reject(new Error(`sosent ended with ${status}: ${stderr}`));
    });
  });
}

/** Whom the next run would send to. */
function waiting(root) {
  const states = journals.get(root) ?? new Map();
  const settled = [...states.values()].filter(
    (state) => state === 'sent' || state === 'sending' || state === 'unknown',
  );
  return PEOPLE - settled.length;
}

async function readJournal(root) {
  const text = await readFile(join(root, 'data/mail-journal.jsonl'), 'utf8').catch(() => '');
  const states = new Map();
  for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
    if (line === '') continue;
    const { attendee, state } = JSON.parse(line);
    states.set(attendee, state);
  }
  journals.set(root, states);
  return states;
}

async function compare(root) {
  const states = await readJournal(root);
  for (let number = 1; number <= PEOPLE; number += 1) {
    const state = states.get(`p${number}`);
    const count = got.get(`p${number}@example.org`) ?? 0;
    if (state === 'sent' && count === 1) totals.once += 1;
    else if ((state === 'sending' || state === 'unknown') && count === 1) totals.unknownOnce += 1;
    else if ((state === 'sending' || state === 'unknown') && count === 0) totals.unknownNone += 1;
    else throw new Error(`p${number} got ${count} messages and is ${state}; the folder is ${root}`);
  }
}

async function makeFolder(root) {
  await mkdir(join(root, 'data'));
  await writeFile(
    join(root, 'sosent.yaml'),
    `sosent: 1
event: { id: kills, title: Kills, date: 2026-03-12, languages: [en] }
themes: [{ id: maths, title: Mathematics }]
rooms: [{ id: hall, title: Hall, capacity: 1000 }]
timeSlots: [{ id: "1", start: "09:00", end: "09:45" }]
sessions: [{ theme: maths, room: hall }]
emails:
  from: Office <office@example.org>
  smtp: { host: localhost, port: ${port}, security: none, connections: 5 }
  mailings: [{ id: your-sessions, subject: Your sessions }]
`,
  );
  const columns = ['id', 'code', 'name', 'email', 'status'];
  const people = Array.from({ length: PEOPLE }, (_, index) => {
    const id = `p${index + 1}`;
    return [id, id.toUpperCase(), `Person ${id}`, `${id}@example.org`, 'registered'].join(',');
  });
  await writeFile(join(root, 'data/attendees.csv'), `${[columns.join(','), ...people].join('\n')}\n`);
  await writeFile(join(root, 'data/placements.csv'), 'attendee,time_slot,session,how,rank\n');
}
