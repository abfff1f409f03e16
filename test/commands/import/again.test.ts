import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/commands/command.ts';
import { type ImportOptions, runImport } from '../../../src/commands/import.ts';
import { contextIn } from '../../helpers/command-context.ts';
import { makeEventFolder, readFiles } from '../../helpers/event-folder.ts';

const WEB = `Name,Email,Organisation,Wish 1,Shoe size
"Moe, Kari",kari@example.org,Bærum kommune,Maths,38
Ola Nordmann,ola@example.org,Lund skole,Music,44
`;

const HISTORY = 'data/history.jsonl';

async function imported(web = WEB): Promise<string> {
  const root = await makeEventFolder({ 'web.csv': web });
  await runImport(contextIn(root), ['web.csv'], {});
  return root;
}

/** What a person and a script see of an import. */
async function seen(root: string, options: ImportOptions = {}, version = '0.0.0'): Promise<object> {
  const { result, ...rest }: Outcome = await runImport({ ...contextIn(root), version }, ['web.csv'], options);
  return { ...rest, result: JSON.parse(JSON.stringify(result)) };
}

async function edit(root: string, path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(root, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(root, path), after);
}

const forget = (history: string): string => history.replace(/,"state":\{[^}]*\}/, '');
/** Were this read, it would be believed. */
const claimRows = (history: string): string => history.replace('"rows":2', '"rows":7');

describe('an import that is the last one over again', () => {
  test('is answered from the history', async () => {
    const root = await imported();
    await edit(root, HISTORY, claimRows);
    expect(await seen(root)).toMatchObject({ result: { files: [{ rows: 7 }] } });
  });

  test.each<[string, ImportOptions]>([
    ['as it is', {}],
    ['as a dry run', { dryRun: true }],
    ['with --strict', { strict: true }],
  ])('says what reading everything says, %s', async (_, options) => {
    const root = await imported();
    const files = await readFiles(root);
    const quick = await seen(root, options);
    expect(await readFiles(root)).toEqual(files);
    await edit(root, HISTORY, forget);
    expect(quick).toEqual(await seen(root, options));
    expect(quick).toMatchObject({ result: { counts: { added: 0, changed: 0, unchanged: 2 } } });
  });

  test.each<[string, (root: string) => Promise<void>]>([
    [
      'an attendee was edited',
      (root) => edit(root, 'data/attendees.csv', (text) => text.replace('38', '39')),
    ],
    [
      'a record was edited',
      (root) => edit(root, 'data/registrations.csv', (text) => text.replace('38', '39')),
    ],
    ['a registration changed', (root) => edit(root, 'web.csv', (text) => text.replace('38', '39'))],
    [
      'the event changed',
      (root) => edit(root, 'sosent.yaml', (text) => text.replace('Mathematics', 'Maths')),
    ],
    ['the history was cut', (root) => edit(root, HISTORY, (text) => text.slice(0, -9))],
  ])('is read in full where %s', async (_, change) => {
    const root = await imported();
    await edit(root, HISTORY, claimRows);
    await change(root);
    expect(await seen(root)).toMatchObject({ result: { files: [{ rows: 2 }] } });
  });

  test('is read in full by another version and with other columns', async () => {
    const root = await imported();
    await edit(root, HISTORY, claimRows);
    expect(await seen(root, {}, '0.0.1')).toMatchObject({ result: { files: [{ rows: 2 }] } });
    expect(await seen(root, { map: ['Shoe size=role'] })).toMatchObject({ result: { files: [{ rows: 2 }] } });
  });

  test.each([
    ['had something to say', `${WEB}Ola Nordmann,ola@example.org,Lund skole,Music,44\n`],
    ['rejected a row', `${WEB},nobody@example.org,,,\n`],
  ])('is read in full where the last one %s', async (_, web) => {
    const root = await imported(web);
    expect(await readFile(join(root, HISTORY), 'utf8')).not.toContain('"state"');
  });

  test('is read in full where others are there too', async () => {
    const root = await makeEventFolder({ 'web.csv': WEB, 'more.csv': 'Name\nAnne Berg\n' });
    await runImport(contextIn(root), ['more.csv'], {});
    await runImport(contextIn(root), ['web.csv'], {});
    const [more = '', web = ''] = (await readFile(join(root, HISTORY), 'utf8')).trim().split('\n');
    expect([more.includes('"state"'), web.includes('"state"')]).toEqual([true, false]);
  });
});
