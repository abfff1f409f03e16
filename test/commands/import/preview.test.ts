import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runImport } from '../../../src/commands/import.ts';
import type { Prompt } from '../../../src/ports.ts';
import { contextIn } from '../../helpers/command-context.ts';
import { makeEventFolder } from '../../helpers/event-folder.ts';

const ATTENDEES = 'data/attendees.csv';
/** Two who may be one person, which a terminal asks about when the plan is made. */
const DOUBLES = 'Name,Email\nAda Lowe,post@x.example\nBo Ek,post@x.example\n';

/** Imports one person, then two more at a terminal where each question is answered with no. */
async function importTwice(whileAsked: (root: string) => Promise<void>): Promise<string> {
  const root = await makeEventFolder({
    'first.csv': 'Name,Email,Job title\nZoe Li,zoe@x.example,Clerk\n',
    'list.csv': DOUBLES,
  });
  await runImport(contextIn(root), ['first.csv'], {});
  let asked = 0;
  const confirm = async (): Promise<boolean> => {
    asked += 1;
    await whileAsked(root);
    return false;
  };
  const prompt: Prompt = {
    confirm,
    input: async (_, initial) => initial,
    select: async ({ choices }) => choices[0]?.value ?? '',
  };
  await runImport(contextIn(root, prompt), ['list.csv'], {});
  expect(asked).toBe(1);
  return readFile(join(root, ATTENDEES), 'utf8');
}

it('plans anew where the folder changes while the organiser is asked', async () => {
  const left = await importTwice(async () => undefined);
  const edited = await importTwice(async (root) => {
    const before = await readFile(join(root, ATTENDEES), 'utf8');
    await writeFile(join(root, ATTENDEES), before.replace('Clerk', 'Mayor'));
  });
  expect(left.split('\n')).toHaveLength(5);
  expect(edited).toBe(left.replace('Clerk', 'Mayor'));
});
