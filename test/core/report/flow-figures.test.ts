import { expect, test } from 'vitest';
import { type FlowFigures, narrowFlow } from '../../../src/core/report/flow-figures.ts';

const FLOW: FlowFigures = {
  slots: [
    {
      timeSlot: '1',
      stops: [
        { kind: 'theme', theme: 'a', people: 2 },
        { kind: 'theme', theme: 'b', people: 9 },
        { kind: 'theme', theme: 'c', people: 3 },
        { kind: 'unseated', theme: '', people: 1 },
      ],
    },
    {
      timeSlot: '2',
      stops: [
        { kind: 'theme', theme: 'b', people: 5 },
        { kind: 'theme', theme: 'c', people: 10 },
      ],
    },
  ],
  steps: [
    [
      { from: 0, to: 0, people: 1 },
      { from: 0, to: 1, people: 1 },
      { from: 1, to: 1, people: 9 },
      { from: 2, to: 0, people: 3 },
      { from: 3, to: 0, people: 1 },
    ],
  ],
};

test('themes beyond the largest stand together, and so do the steps from and to them', () => {
  expect(narrowFlow(FLOW, 1)).toEqual({
    slots: [
      {
        timeSlot: '1',
        stops: [
          { kind: 'theme', theme: 'b', people: 9 },
          { kind: 'others', theme: '', people: 5 },
          { kind: 'unseated', theme: '', people: 1 },
        ],
      },
      {
        timeSlot: '2',
        stops: [
          { kind: 'theme', theme: 'b', people: 5 },
          { kind: 'others', theme: '', people: 10 },
        ],
      },
    ],
    steps: [
      [
        { from: 0, to: 1, people: 9 },
        { from: 1, to: 0, people: 4 },
        { from: 1, to: 1, people: 1 },
        { from: 2, to: 0, people: 1 },
      ],
    ],
  });
});

test('nothing is put together where that spares a single theme', () => {
  expect(narrowFlow(FLOW, 2)).toBe(FLOW);
});
