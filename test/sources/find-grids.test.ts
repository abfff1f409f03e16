import { describe, expect, it } from 'vitest';
import { findGrids, themeOfHeader } from '../../src/sources/columns/find-grids.ts';
import { findCellRank } from '../../src/sources/columns/find-wish-rank.ts';

const THEMES = ['Work', 'Refugees', 'The elderly'];

/** The field of each column that belongs to a grid about wishes. */
const grids = (headers: readonly string[], ...rows: readonly (readonly string[])[]) =>
  findGrids({
    headers,
    sample: rows.map((cells, index) => ({ cells, line: index + 2 })),
    isTheme: (text) => THEMES.includes(text),
  }).map(({ header, field }) => `${header} -> ${field}`);

describe('findGrids', () => {
  it('takes rows that are ranks as wishes, in any table whose question is about wishes', () => {
    expect(grids(['Navn', 'Hvilke temaer ønsker du? [1]', 'Hvilke temaer ønsker du? [2]'])).toEqual([
      'Hvilke temaer ønsker du? [1] -> wish.1',
      'Hvilke temaer ønsker du? [2] -> wish.2',
    ]);
  });

  it('takes rows that are ranks as wishes where the cells below are themes', () => {
    const headers = ['Your day [2nd choice]', 'Your day [1st choice]'];
    expect(grids(headers, ['Work', 'Refugees'], ['', 'Work'])).toEqual([
      'Your day [2nd choice] -> wish.2',
      'Your day [1st choice] -> wish.1',
    ]);
    expect(grids(headers, ['Soup', 'Salad'], ['', 'Fish'])).toEqual([]);
  });

  it('takes rows that are themes as ranks where the cells below are ranks', () => {
    const headers = ['Rate [Work]', 'Rate [Refugees]', 'Rate [Lunch]'];
    expect(grids(headers, ['1', '2', ''], ['First choice', '', '3'])).toEqual([
      'Rate [Work] -> rank',
      'Rate [Refugees] -> rank',
    ]);
    expect(grids(headers, ['Very interested', 'Not at all', ''])).toEqual([]);
    expect(grids(headers)).toEqual([]);
  });

  it('leaves one theme in brackets alone, and rows that repeat', () => {
    expect(grids(['Rate [Work]', 'Rate [Lunch]'], ['1', '2'])).toEqual([]);
    expect(grids(['Wishes [1]', 'Wishes [1] (2)'], ['Work', 'Work'])).toEqual([]);
  });
});

describe('themeOfHeader', () => {
  it.each([
    ['Wishes [Work]', 'Work'],
    ['Which [of these]? [The elderly]', 'The elderly'],
    ['Wishes [Work] (2)', 'Work'],
    ['Work', 'Work'],
    ['[Work]', '[Work]'],
    ['Wishes []', 'Wishes []'],
  ])('%s -> %s', (header, theme) => {
    expect(themeOfHeader(header)).toBe(theme);
  });
});

describe('findCellRank', () => {
  it.each([
    ['1', 1],
    ['2.', 2],
    ['3rd', 3],
    ['1st choice', 1],
    ['Førstevalg', 1],
    ['2. valg', 2],
    ['Nr. 3', 3],
    ['Second', 2],
    ['0', undefined],
    ['21', undefined],
    ['1 or 2', undefined],
    ['Work', undefined],
    ['', undefined],
  ])('%s -> %s', (cell, rank) => {
    expect(findCellRank(cell)).toBe(rank);
  });
});
