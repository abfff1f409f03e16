import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import type { Figures } from '../../../src/core/what-if/figures.ts';
import { renderWhatIf } from '../../../src/render/terminal/what-if.ts';

const TODAY: Figures = {
  firstWishes: 9,
  withFirstWish: 12,
  worstRank: 3,
  unseated: 2,
  moves: 0,
  seatsGone: 0,
  violations: { places: 2, people: 5 },
};
const plain = new Chalk({ level: 0 });
const alternative = (whatIf: string, figures: Partial<Figures> = {}, proven = true) => ({
  whatIf,
  proven,
  figures: { ...TODAY, ...figures },
});

test('as many alternatives side by side as 80 columns hold, then the next ones, each beside today', () => {
  const alternatives = ['one', 'two', 'three', 'four'].map((name) =>
    alternative(`session ${name} cancelled`),
  );
  const text = renderWhatIf({ today: { isWritten: true, figures: TODAY }, alternatives }, plain, 80);
  const lines = text.split('\n');
  expect(lines.filter((line) => line.includes('today'))).toEqual([
    '                                 today         [1]         [2]         [3]',
    '                                 today         [4]',
  ]);
  expect(lines.filter((line) => line.includes('Rules bent'))).toEqual([
    '  Rules bent (people)            2 (5)       2 (5)       2 (5)       2 (5)',
    '  Rules bent (people)            2 (5)       2 (5)',
  ]);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test('what is better is green, what is worse yellow, what is the same neither', () => {
  const figures = { firstWishes: 12, unseated: 7 };
  const report = { today: { isWritten: true, figures: TODAY }, alternatives: [alternative('a', figures)] };
  const lines = renderWhatIf(report, new Chalk({ level: 1 }), 80).split('\n');
  const cell = (label: string): string => lines.find((line) => line.includes(label))?.slice(38) ?? '';
  expect(['First wish', 'Seats missing', 'Worst rank'].map(cell)).toEqual([
    '\u001b[32m       100 %\u001b[39m',
    '\u001b[33m           7\u001b[39m',
    '           3',
  ]);
});

test('says which are not proven, that there is no plan yet, and escapes what somebody typed', () => {
  const report = {
    today: { isWritten: false, figures: TODAY },
    alternatives: [alternative('\u001b[2J', {}, false), alternative('b')],
  };
  const text = renderWhatIf(report, plain, 80);
  expect(text).toContain('Not proven to be the best within the time: [1].');
  expect(text).toContain('No plan was made yet: "today" is what `sosent');
  expect(text).toContain('[1] \\u{1b}[2J');
});
