import { describe, expect, test } from 'vitest';
import { askColumns } from '../../../src/commands/import/ask-columns.ts';
import type { Prompt } from '../../../src/ports.ts';
import { openRegistrations } from '../../../src/sources/open-registrations.ts';
import { bytesSource } from '../../../src/tabular/byte-source.ts';

/** A person who answers with what begins like this, and keeps what was asked. */
function person(...answers: string[]): { readonly prompt: Prompt; readonly asked: string[] } {
  const asked: string[] = [];
  const prompt: Prompt = {
    confirm: async () => true,
    input: async () => '',
    select: async ({ about, question, choices }) => {
      const wanted = answers.shift() ?? '(no answer left)';
      asked.push(`${about}\n${question}\n${choices.map((one) => `- ${one.name}`).join('\n')}`);
      const choice = choices.find((one) => one.name.startsWith(wanted));
      if (choice === undefined) throw new Error(`no choice "${wanted}" in\n${asked.at(-1)}`);
      return choice.value;
    },
  };
  return { prompt, asked };
}

const read = (content: string, file = 'list.csv') =>
  openRegistrations(
    { file, source: bytesSource(Buffer.from(content)) },
    { columns: [], reserved: [], isTheme: (text) => /^(music|maths)$/i.test(text.trim()) },
  );

describe('askColumns', () => {
  test('asks nothing where everything is clear', async () => {
    const { prompt, asked } = person();
    expect(await askColumns(prompt, [await read('Name;Email\nAda;a@x.example\n')])).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('asks which column holds the names, with what stands in each that is free', async () => {
    const { prompt, asked } = person('"Who"');
    const told = await askColumns(prompt, [
      await read('Who;Email;T-shirt\nAda Lowe;a@x.example;L\nBo Ek;;\n'),
    ]);
    expect(told).toEqual([{ header: 'Who', field: 'name' }]);
    expect(asked).toEqual([
      `list.csv: no column is known to hold the names of the people.
Which one does?
- "Who"      Ada Lowe, Bo Ek
- "T-shirt"  L
- Two columns: the given name and the family name
- Decide later`,
    ]);
  });

  test('takes two columns for a name', async () => {
    const { prompt, asked } = person('Two columns', '"A"', '"B"');
    expect(await askColumns(prompt, [await read('A;B\nAda;Lowe\n')])).toEqual([
      { header: 'A', field: 'givenName' },
      { header: 'B', field: 'familyName' },
    ]);
    expect(asked[2]).not.toContain('"A"');
  });

  test('proposes the wish whose rank is free, and takes any other field', async () => {
    const { prompt, asked } = person('Wish number 1', 'Another field', 'unit');
    const told = await askColumns(prompt, [await read('Name;Best;Place\nAda;Music;Maths\nBo;Maths;Music\n')]);
    expect(told).toEqual([
      { header: 'Best', field: 'wish.1' },
      { header: 'Place', field: 'unit' },
    ]);
    expect(asked[0]).toBe(`list.csv, column "Best"  Music, Maths
These are themes. What is it?
- Wish number 1 (wish.1)
- Something of our own: keep it as an extra column
- Nothing that is needed: leave it out
- Another field ...
- Decide later`);
  });

  test('asks which of two columns is the field, and tells of both', async () => {
    const { prompt, asked } = person('"Work email"');
    const told = await askColumns(prompt, [
      await read('Name;Email;Work email\nAda;a@x.example;b@x.example\n'),
    ]);
    expect(told).toEqual([
      { header: 'Email', field: 'extra' },
      { header: 'Work email', field: 'email' },
    ]);
    expect(asked[0]).toContain('list.csv: two columns look like the e-mail address.');
  });

  test('asks whether a guess is right', async () => {
    const list = await read('Name;Orgnisaton\nAda;Acme\n');
    const answers = async (answer: string) => askColumns(person(answer).prompt, [list]);
    expect(await answers('Yes (organisation)')).toEqual([{ header: 'Orgnisaton', field: 'organisation' }]);
    expect(await answers('Something of our own')).toEqual([{ header: 'Orgnisaton', field: 'extra' }]);
    expect(await answers('Nothing')).toEqual([{ header: 'Orgnisaton', field: 'skip' }]);
    expect(await answers('Decide later')).toEqual([]);
  });

  test('asks once about a column that several files have', async () => {
    const { prompt, asked } = person('"Who"', 'Wish number 1');
    const list = (file: string) => read('Who;Best\nAda;Music\n', file);
    expect(await askColumns(prompt, [await list('a.csv'), await list('b.csv')])).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  test('shows what others wrote without letting it move the cursor, and no wider than a terminal', async () => {
    const { prompt, asked } = person('Decide later', 'Decide later');
    const long = 'x'.repeat(200);
    await askColumns(prompt, [await read(`${long}\x1b[2J;"a\nb"\n\x1b[31m${long};\x07${long}\n`)]);
    const lines = asked.join('\n').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(79);
    expect(asked.join('')).not.toMatch(/[^\P{Cc}\n]/u);
    expect(asked[0]).toContain('"a b"');
  });
});
