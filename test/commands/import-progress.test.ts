import { expect, it } from 'vitest';
import { announce, counted } from '../../src/commands/import-progress.ts';
import type { Terminal } from '../../src/ports.ts';

function listening(): { readonly terminal: Terminal; readonly said: string[] } {
  const said: string[] = [];
  return { terminal: { width: 80, progress: (line) => said.push(line) }, said };
}

it('says every 20,000 items how many there were, each time they are gone through', () => {
  const { terminal, said } = listening();
  const items = counted(terminal, new Array(45_000).fill('x'), (count) => `${count} written`);
  expect([[...items].length, [...items].length]).toEqual([45_000, 45_000]);
  expect(said).toEqual(['20000 written', '40000 written', '20000 written', '40000 written']);
});

it('has no word for what is over within a second', () => {
  const { terminal, said } = listening();
  expect([...counted(terminal, ['a', 'b'], String)]).toEqual(['a', 'b']);
  announce(terminal, 19_999, 'Comparing ...');
  expect(said).toEqual([]);
  announce(terminal, 20_000, 'Comparing ...');
  expect(said).toEqual(['Comparing ...']);
});
