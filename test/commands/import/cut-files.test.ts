import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '../../../src/commands/import.ts';
import { SosentError } from '../../../src/errors.ts';
import { readAttendees } from '../../../src/folder/attendees.ts';
import { type EventFolder, openEvent } from '../../../src/folder/event-folder.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { decode } from '../../../src/tabular/decode.ts';
import { contextIn } from '../../helpers/command-context.ts';
import { makeEventFolder, readFiles } from '../../helpers/event-folder.ts';

const example = (path: string) =>
  readFile(fileURLToPath(new URL(`../../../examples/sosent-2016/${path}`, import.meta.url)));

const FIRST = 'Navn;E-post;Organisasjon\nAda Lie;ada@first.example;Først\nBo Ek;bo@first.example;Først\n';

const CUT = 'cut.csv';

let root: string;
let folder: EventFolder;
let before: Record<string, string>;

/** The folder as it was after the first import. */
async function restore(): Promise<void> {
  for (const [path, content] of Object.entries(before)) {
    if (path.startsWith('data/')) await writeFile(join(root, path), content);
  }
}

async function importFile(file: string): Promise<{ exit: number; problems: readonly Problem[] }> {
  try {
    return await runImport(contextIn(root), [file], {});
  } catch (error) {
    // Whatever else is thrown is a crash.
    if (!(error instanceof SosentError)) throw error;
    return error;
  }
}

async function everybody(): Promise<readonly Attendee[]> {
  const { value, problems } = await readAttendees(folder);
  expect(problems).toEqual([]);
  return value;
}

/** Whole words and addresses: of a cell that was cut, the last one is none of the file. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[\s;,"<>]+/u).filter((word) => word !== '');
}

beforeAll(async () => {
  root = await makeEventFolder({
    'sosent.yaml': await example('sosent.yaml'),
    'first.csv': FIRST,
  });
  await runImport(contextIn(root), ['first.csv'], {});
  folder = await openEvent({ cwd: root, eventPath: undefined });
  before = await readFiles(root);
});

describe.each(['pamelding-kommune.csv', 'webform.csv'])('%s cut at any byte', (name) => {
  it('never crashes, loses an earlier import, writes half, or makes a person of half a row', async () => {
    const bytes = await example(`registrations/${name}`);
    await writeFile(join(root, CUT), bytes);
    await importFile(CUT);
    const words = wordsOf(decode(bytes).text);
    const earlier = (await everybody()).filter((one) => one.email.endsWith('@first.example'));
    expect(earlier).toHaveLength(2);

    // Most within the first rows, where header, encoding and delimiter are still being guessed.
    const cuts = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 1500 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: bytes.length - 1 }) },
    );
    await fc.assert(
      fc.asyncProperty(cuts, async (cut) => {
        await restore();
        await writeFile(join(root, CUT), bytes.subarray(0, cut));
        const { exit, problems } = await importFile(CUT);

        const { [CUT]: _cut, ...after } = await readFiles(root);
        if (exit === 2) expect(after).toEqual(before);
        expect([0, 1, 2]).toContain(exit);
        expect(exit !== 0).toBe(problems.some((one) => one.severity === 'error'));
        expect(Object.keys(after)).toEqual(Object.keys(before));
        const people = await everybody();
        expect(people.filter((one) => one.email.endsWith('@first.example'))).toEqual(earlier);
        const added = people.filter((one) => !one.email.endsWith('@first.example'));
        const halves = added
          .flatMap(({ name, email }) => wordsOf(`${name} ${email}`))
          .filter((word) => !words.includes(word));
        expect(halves).toEqual([]);
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});
