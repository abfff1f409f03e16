/**
 * `npm run bench:badges [-- counts ...]`: the whole job of `sosent badges` (read, lay out, PDF, findings) on A6 with
 * the classic design, against scripts that draw the same card with Debian's python3-reportlab and weasyprint. Prints
 * seconds, peak memory, badges a second, size and ratios from one run; they are run in turn, and the medians of three
 * count; WeasyPrint, which takes minutes, prints a tenth of the badges once. Linux, for the memory.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBadgeEvent } from './badge-people.js';
import { report, watchRun } from './watch-run.js';

const CLI = fileURLToPath(new URL('../bin/sosent.js', import.meta.url));
const PEERS = fileURLToPath(new URL('peers/', import.meta.url));
const INTER = fileURLToPath(new URL('../node_modules/@expo-google-fonts/inter/', import.meta.url));
const FONTS = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'].map((font) =>
  join(INTER, font),
);
const PYTHON = '/usr/bin/python3';

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [1000, 10_000]) await compare(count);

/** @param {number} count */
async function compare(count) {
  const folder = mkdtempSync(join(tmpdir(), 'sosent-bench-'));
  try {
    mkdirSync(join(folder, 'data'));
    writeBadgeEvent(folder, count);
    const rounds = count > 5000 ? 1 : 3;
    const [sosent, given, own] = [[], [], []];
    const reportlab = (qr) => [join(PEERS, 'badges_reportlab.py'), qr, 'people.json', ...FONTS, 'peer.pdf'];
    for (let round = 0; round < rounds; round += 1) {
      sosent.push(await watchRun(process.execPath, [CLI, 'badges'], folder));
      given.push(await watchRun(PYTHON, reportlab('given'), folder));
      if (round === 0) own.push(await watchRun(PYTHON, reportlab('own'), folder));
    }
    const tenth = Math.ceil(Math.min(count, 1000) / 10);
    const people = JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8'));
    writeFileSync(join(folder, 'tenth.json'), JSON.stringify(people.slice(0, tenth)));
    const weasy = [
      await watchRun(
        PYTHON,
        [join(PEERS, 'badges_weasyprint.py'), 'tenth.json', ...FONTS, 'peer.pdf'],
        folder,
      ),
    ];
    console.log(`\n${count.toLocaleString('en')} badges`);
    const mine = report('sosent badges', sosent);
    const out = readdirSync(join(folder, 'out')).filter((file) => file.endsWith('.pdf'));
    const bytes = out.reduce((sum, file) => sum + statSync(join(folder, 'out', file)).size, 0);
    const speed = { seconds: count / mine.seconds, cpu: count / mine.cpu };
    console.log(
      `  badges a second           ${speed.seconds.toFixed(0)}, of one processor ${speed.cpu.toFixed(0)}`,
    );
    console.log(`  PDF, MB per 1,000         ${(bytes / 1e6 / (count / 1000)).toFixed(2)}`);
    compareWith('ReportLab, codes given', report('ReportLab, codes given', given), count, speed);
    compareWith('ReportLab', report('ReportLab', own), count, speed);
    compareWith('WeasyPrint', report(`WeasyPrint, ${tenth}`, weasy), tenth, speed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} peer
 * @param {{ seconds: number, cpu: number }} run
 * @param {number} count that the peer printed
 * @param {{ seconds: number, cpu: number }} speed of sosent, in badges a second and a second of processors
 */
function compareWith(peer, { seconds, cpu }, count, speed) {
  const ratio = (mine, theirs) => (mine / (count / theirs)).toFixed(1);
  console.log(
    `  speed against ${peer}: ${ratio(speed.seconds, seconds)}, of processors ${ratio(speed.cpu, cpu)}`,
  );
}
