import { expect, test } from 'vitest';
import { groupTypes } from '../../../src/core/report/type-groups.ts';

const people = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(counts).flatMap(([type, count]) => Array.from({ length: count }, () => type));

test.each([
  [
    'types of five people stand alone, the largest first',
    { a: 5, b: 9 },
    [
      { ids: ['b'], people: 9 },
      { ids: ['a'], people: 5 },
    ],
  ],
  [
    'smaller ones stand together',
    { a: 3, b: 9, c: 2 },
    [
      { ids: ['b'], people: 9 },
      { ids: ['a', 'c'], people: 5 },
    ],
  ],
  [
    'with the next larger one where they are not five together',
    { a: 3, b: 9, c: 6 },
    [
      { ids: ['b'], people: 9 },
      { ids: ['c', 'a'], people: 9 },
    ],
  ],
  ['all of them where there are no others', { a: 3, '': 1 }, [{ ids: ['a', ''], people: 4 }]],
])('%s', (_, counts, groups) => {
  expect(groupTypes(people(counts))).toEqual(groups);
});
