import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { StageResult } from '../../src/core/assign/plan.ts';
import type { Summary } from '../../src/core/summary.ts';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

/** PrefLib's AGH course selection of 2003: 146 students rank 9 courses; totals and profiles are known to be unique. */
const SOURCE = fileURLToPath(new URL('../../../shared/data/agh_2003.soc', import.meta.url));

/** An event folder with nine themes in each of so many time slots, 18 seats each, and the students' wishes. */
function folderWith(slots: number): Promise<string> {
  const orders = readFileSync(SOURCE, 'utf8')
    .split('\n')
    .filter((line) => /^\d+:/.test(line))
    .flatMap((line) => {
      const [count = '', order = ''] = line.split(': ');
      return Array.from({ length: Number(count) }, () => order.trim().split(','));
    });
  const people = orders.map((order, index) =>
    attendee({
      id: `student-${index + 1}`,
      name: `Student ${index + 1}`,
      wishes: order.map((course) => [`course-${course}`]),
    }),
  );
  const { path, content } = attendeesFile(people);
  return makeEventFolder({ 'sosent.yaml': yaml(slots), [path]: content });
}

function yaml(slots: number): string {
  const courses = Array.from({ length: 9 }, (_, index) => index + 1);
  const hours = Array.from({ length: slots }, (_, index) => index + 1);
  return [
    'sosent: 1',
    'event: { id: agh, title: AGH 2003, date: 2003-10-01, languages: [en] }',
    'themes:',
    ...courses.map((n) => `  - { id: course-${n}, title: Course ${n} }`),
    'rooms:',
    ...courses.map((n) => `  - { id: room-${n}, title: Room ${n}, capacity: 18 }`),
    'timeSlots:',
    ...hours.map((n) => `  - { id: ${n}, start: "0${n}:00", end: "0${n}:45" }`),
    'sessions:',
    ...courses.map((n) => `  - { theme: course-${n}, room: room-${n}, timeSlots: all }`),
    '',
  ].join('\n');
}

interface Result {
  readonly certificate: readonly StageResult[];
  readonly summary: Summary;
}

async function assign(root: string, criterion: string): Promise<{ profile: number[]; total: number }> {
  const run = await runCli(['assign', '--dry-run', '--json', '--criterion', criterion], { cwd: root });
  const { exit, result } = documentOf<Result>(run);
  expect({ exit, open: result.certificate.filter((one) => !one.proven) }).toEqual({ exit: 0, open: [] });
  const seats = result.summary.ranks.map((one) => one.seats);
  return {
    profile: seats.slice(0, seats.findLastIndex((count) => count > 0) + 1),
    total: seats.reduce((sum, count, index) => sum + count * (index + 1), 0),
  };
}

describe.skipIf(!existsSync(SOURCE))('AGH course selection 2003', () => {
  test('one time slot', async () => {
    const root = await folderWith(1);
    expect(await assign(root, 'fair')).toMatchObject({ profile: [18, 83, 33, 12] });
    expect(await assign(root, 'first')).toMatchObject({ profile: [18, 94, 18, 7, 9] });
    expect(await assign(root, 'happy')).toMatchObject({ total: 329 });
  });

  test('three time slots', async () => {
    const root = await folderWith(3);
    expect(await assign(root, 'fair')).toMatchObject({ profile: [54, 137, 111, 74, 58, 4] });
    expect(await assign(root, 'first')).toMatchObject({ profile: [54, 146, 105, 71, 52, 4, 6] });
    expect(await assign(root, 'happy')).toMatchObject({ total: 1271 });
  });
});
