import { describe, expect, it } from 'vitest';
import { areTurned, turnName } from '../../../src/sources/columns/family-first.ts';

const rows = (...cells: string[]) => cells.map((cell, index) => ({ line: index + 2, cells: [cell] }));

describe('turnName', () => {
  it.each([
    ['Hansen, Kari', 'Kari Hansen'],
    [' von der Lippe ,Åse Marie ', 'Åse Marie von der Lippe'],
    ["O'Neil,\u00a0Sean", "Sean O'Neil"],
  ])('turns %j', (written, meant) => {
    expect(turnName(written)).toBe(meant);
  });

  it.each([
    'Kari Hansen',
    'Hansen,',
    ', Kari',
    'Hansen, Kari, rådgiver',
    'Hansen, Kari <kari@example.org>',
    '',
  ])('leaves %j', (written) => {
    expect(turnName(written)).toBe(written);
  });
});

describe('areTurned', () => {
  it('wants two names at least, and every one', () => {
    expect(areTurned(rows('Hansen, Kari', '', 'Lie, Per'), 0)).toBe(true);
    expect(areTurned(rows('Hansen, Kari', ''), 0)).toBe(false);
    expect(areTurned(rows('Hansen, Kari', 'Per Lie'), 0)).toBe(false);
  });
});
