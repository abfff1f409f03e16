/**
 * `npm run bench:explain [-- people x slots x themes [even] [rules] ...]`: how long it takes to tell one attendee why they
 * missed a wish, process start and reading apart, with the plan of today that it starts from. Five attendees of those who
 * missed one, evenly over them; beside it the same plans, each assigned anew, once for the first of them.
 */
import { cpus } from 'node:os';
import { compileLate } from '../dist/cli/compile-late.js';
import { assign, solvingAgain } from '../dist/core/assign/assign.js';
import { explainAttendee } from '../dist/core/explain/attendee.js';
import { findMissedThemes } from '../dist/core/explain/missed-wish.js';
import { createInstance } from './instances.js';

const SIZES = ['2000x3x12 even', '2000x3x12', '2000x3x12 rules'];
const PEOPLE = 5;

compileLate(process.versions); // as the command does
console.log(`${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.version}`);
const sizes = process.argv.slice(2).join(' ');
for (const size of sizes === '' ? SIZES : [sizes]) {
  for (const criterion of ['happy', 'fair']) await measure(size, criterion);
}

/** @param {string} size @param {'happy' | 'fair'} criterion */
async function measure(size, criterion) {
  const [people, slots, themes] = size.split(/[x ]/).map(Number);
  const instance = createInstance({
    people,
    slots,
    themes,
    even: size.includes('even'),
    rules: size.includes('rules'),
  });
  const draw = { criterion, seed: 'bench' };
  const silent = async () => undefined;
  const plain = await assign(instance, draw, silent);
  const missed = instance.attendees.filter(
    (attendee) => findMissedThemes({ instance, attendee, written: plain.placements }).length > 0,
  );
  const chosen = Array.from(
    { length: PEOPLE },
    (_, index) => missed[Math.floor((index * missed.length) / PEOPLE)],
  );
  const about = { instance, wanted: draw, best: plain.placements, before: silent };
  const again = [];
  for (const attendee of chosen) {
    again.push(await explain(attendee, (use) => solvingAgain(about, use)));
  }
  const [first] = chosen;
  const anew = await explain(first, (use) => use((variant) => assign(variant, draw, silent)));
  const ratio = (again[0].seconds / anew.seconds).toFixed(2);
  const list = again.map((one) => `${one.seconds.toFixed(1)} (${one.plans})`).join(', ');
  console.log(
    `${size.padEnd(16)} ${criterion.padEnd(6)} ${list} s of the processor (plans)   anew ${anew.seconds.toFixed(1)} s   ratio ${ratio}`,
  );

  async function explain(attendee, lend) {
    let plans = 0;
    const used = process.cpuUsage();
    await lend(async (solve) => {
      const counted = (variant, tweak) => {
        plans += 1;
        return solve(variant, tweak);
      };
      await explainAttendee({
        instance,
        attendee,
        criterion,
        written: plain.placements,
        best: () => counted(instance),
        solve: counted,
      });
    });
    const { user, system } = process.cpuUsage(used);
    return { plans, seconds: (user + system) / 1e6 };
  }
}
