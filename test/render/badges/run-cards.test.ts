import { describe, expect, test } from 'vitest';
import { coversOf, viewCover } from '../../../src/render/badges/group-cover.ts';
import { groupedRun, plainRun, type RunCard } from '../../../src/render/badges/run-cards.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { FAIR } from '../../helpers/badge-fixtures.ts';

const A6 = { width: 105, height: 148, shape: 'portrait' } as const;
const CARD = { width: 90, height: 55, shape: 'landscape' } as const;
const STRIP = { width: 250, height: 25, shape: 'strip' } as const;
const people = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    attendee({ id: `p${index}`, name: `Person ${index}`, unit: 'Harbour' }),
  );
const short = (card: RunCard): string =>
  card.kind === 'badge'
    ? card.attendee.id
    : card.kind === 'blank'
      ? `blank ${card.type}`.trim()
      : `${card.cover.title} ${card.cover.part}/${card.cover.parts}`;

describe('the cards of a run', () => {
  test('are the badges, then the blank ones', () => {
    const { cards, breaks } = plainRun(people(2), [
      { type: '', count: 2 },
      { type: 'teacher', count: 1 },
    ]);
    expect(cards.map(short)).toEqual(['p0', 'p1', 'blank', 'blank', 'blank teacher']);
    expect([...breaks]).toEqual([]);
  });

  test('in groups follow their covers; each group and the blank ones begin a sheet', () => {
    const [ann, bo, cas] = people(3);
    const groups = [
      { title: 'North', attendees: [ann, bo].flatMap((one) => one ?? []) },
      { title: '', attendees: [cas].flatMap((one) => one ?? []) },
    ];
    const { cards, breaks } = groupedRun(groups, [{ type: '', count: 1 }], { size: A6, language: 'nb' });
    expect(cards.map(short)).toEqual(['North 1/1', 'p0', 'p1', 'Alle andre 1/1', 'p2', 'blank']);
    expect([...breaks]).toEqual([0, 3, 5]);
  });
});

describe('the covers of an envelope', () => {
  test.each([
    ['on A6', A6, 33, [32, 1]],
    ['on a card that lies on its side', CARD, 23, [10, 10, 3]],
    ['on a strip, which has no room for names', STRIP, 100, [0]],
  ] as const)('name everybody once, %s', (_, size, count, names) => {
    const covers = coversOf({ title: 'North', attendees: people(count) }, { size, language: 'en' });
    expect(covers.map((one) => one.attendees.length)).toEqual(names);
    if (size !== STRIP) expect(covers.flatMap((one) => one.attendees)).toEqual(people(count));
  });

  test('say whose they are, how many badges, and which part', () => {
    const [, second] = coversOf({ title: 'North', attendees: people(33) }, { size: A6, language: 'en' });
    expect(second && viewCover(second, { event: FAIR, missing: new Set() }, 'en').group).toEqual({
      title: 'North',
      count: 33,
      badges: '33 badges',
      part: '2 of 2',
      rows: 16,
      people: [{ name: 'Person 32', unit: 'Harbour', code: 'P32' }],
    });
  });
});
