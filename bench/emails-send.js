/**
 * `npm run bench:send [-- count]`: a mailing to postfix's smtp-sink on loopback. Our sender with its journal, each
 * attempt on the disk before it leaves, against a bare nodemailer pool without one (goal: 0.6 times its speed, aim
 * 0.9) and against a loop of Python's smtplib (goal: twice its speed); in turn, medians of five. Then the memory of
 * ours at 1,000 and 100,000 recipients. Needs smtp-sink: `apt-get install postfix`, or unpack the package and name
 * the program in SMTP_SINK and its libraries in LD_LIBRARY_PATH. Linux, for the memory.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HTML, TEXT } from './emails-send-texts.js';
import { report, watchRun } from './watch-run.js';

const CONTENDER = fileURLToPath(new URL('emails-send-contender.js', import.meta.url));
const SMTPLIB = fileURLToPath(new URL('peers/mail_smtplib.py', import.meta.url));
const SINK = process.env.SMTP_SINK ?? ['/usr/sbin/smtp-sink', '/usr/bin/smtp-sink'].find(existsSync);
const PORT = 2599;
const ROUNDS = 5;
const COUNT = Number(process.argv[2] ?? 5000);

if (SINK === undefined) {
  console.log('Skipped: there is no smtp-sink. Install postfix, or set SMTP_SINK to the program.');
  process.exit(0);
}
const folder = mkdtempSync(join(process.env.BENCH_DISK ?? tmpdir(), 'sosent-bench-'));
const sink = spawn(SINK, [...(userInfo().uid === 0 ? ['-u', 'nobody'] : []), `127.0.0.1:${PORT}`, '100'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await untilItListens();
  await compare();
  await watchMemory();
} finally {
  sink.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function compare() {
  const [ours, bare, python] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await run('nodemailer', COUNT));
    ours.push(await run('sosent', COUNT));
    python.push(runPython(COUNT));
  }
  // What it takes to start and to load the modules is no part of sending. On a busy machine, the processor's time says
  // more than the clock, which then measures what the others do to the disk.
  const start = await run('sosent', 0);
  console.log(`\n${COUNT.toLocaleString('en')} messages to smtp-sink, 5 connections, medians of ${ROUNDS}`);
  tell('bare nodemailer pool', bare, start);
  const mine = tell('sosent with journal', ours, start);
  const pool = speedOf(bare, start);
  const loop = tell('smtplib loop', python, { seconds: 0, cpu: 0 });
  const ratios = (other) =>
    `${(mine.clock / other.clock).toFixed(2)} by the clock, ${(mine.cpu / other.cpu).toFixed(2)} by the processor`;
  console.log(`  against the bare pool: ${ratios(pool)} (goal 0.6, aim 0.9)`);
  console.log(`  against smtplib:       ${ratios(loop)} (goal 2)`);
}

/**
 * @param {string} name
 * @param {Run[]} runs
 * @param {{ seconds: number, cpu: number }} start
 */
function tell(name, runs, start) {
  report(name, [...runs]);
  const speed = speedOf(runs, start);
  console.log(
    `    messages a second: ${speed.clock.toFixed(0)} by the clock, ${speed.cpu.toFixed(0)} by the processor`,
  );
  return speed;
}

/**
 * @param {Run[]} runs
 * @param {{ seconds: number, cpu: number }} start
 */
function speedOf(runs, start) {
  const median = (key) => runs.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return {
    clock: COUNT / (median('seconds') - start.seconds),
    cpu: COUNT / (median('cpu') - start.cpu),
  };
}

async function watchMemory() {
  console.log('\nMemory of sosent');
  report('1,000 recipients', [await run('sosent', 1000)]);
  report('10,000 recipients', [await run('sosent', 10_000)]);
  report('100,000 recipients', [await run('sosent', 100_000)]);
}

/**
 * @typedef {{ seconds: number, memory: number, cpu: number }} Run
 * @param {string} contender
 * @param {number} count
 */
async function run(contender, count) {
  const seen = await watchRun(process.execPath, [CONTENDER, contender, String(PORT), String(count)], folder);
  return { ...seen, cpu: readCpu() };
}

function readCpu() {
  return Number(readFileSync(join(folder, 'cpu.txt'), 'utf8'));
}

/** @param {number} count */
function runPython(count) {
  const start = performance.now();
  const { status } = spawnSync('/usr/bin/python3', [SMTPLIB, String(PORT), String(count)], {
    input: `${TEXT}\0${HTML}`,
    stdio: ['pipe', 'ignore', 'inherit'],
    cwd: folder,
  });
  if (status !== 0) throw new Error(`smtplib ended with ${status}`);
  return { seconds: (performance.now() - start) / 1000, memory: 0, cpu: readCpu() };
}

async function untilItListens() {
  for (let tries = 0; tries < 50; tries += 1) {
    const isThere = await new Promise((resolve) => {
      const socket = connect(PORT, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('smtp-sink does not listen');
}
