import { expect, it } from 'vitest';
import { announce, counter, watched } from '../../../src/commands/import/progress.ts';
import type { Terminal } from '../../../src/ports.ts';

function listening(): { readonly terminal: Terminal; readonly said: string[] } {
  const said: string[] = [];
  return { terminal: { width: 80, progress: (line) => said.push(line) }, said };
}

it('says every 20,000 rows how many there were', () => {
  const { terminal, said } = listening();
  const count = counter(terminal, (rows) => `${rows} read`);
  for (let row = 0; row < 45_000; row += 1) count();
  expect(said).toEqual(['20000 read', '40000 read']);
});

it('says how much of a file is written, and changes none of it', () => {
  const { terminal, said } = listening();
  const pieces: Uint8Array[] = [new Uint8Array(3e6), new Uint8Array(4e6), new Uint8Array(1)];
  const { path, content } = watched(terminal, { path: 'data/a.csv', content: pieces });
  const written = [...content].map((piece) => pieces.indexOf(piece));
  expect({ path, written }).toEqual({ path: 'data/a.csv', written: [0, 1, 2] });
  expect(said).toEqual(['Writing data/a.csv: 3 MB ...', 'Writing data/a.csv: 7 MB ...']);
});

it('has no word for what is over within a second', () => {
  const { terminal, said } = listening();
  announce(terminal, 19_999, 'Comparing ...');
  expect(said).toEqual([]);
  announce(terminal, 20_000, 'Comparing ...');
  expect(said).toEqual(['Comparing ...']);
});
