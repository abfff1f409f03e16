import { expect, test } from 'vitest';
import { withEveryExtra } from '../../src/core/every-extra.ts';
import { attendee } from './assign/small-instances.ts';

test('everybody has every extra column that anybody has', () => {
  const ada = attendee({ id: 'ada', extra: { Shirt: 'L' } });
  const bo = attendee({ id: 'bo', extra: { 'By train?': 'yes' } });

  expect(withEveryExtra([ada, bo])).toEqual([
    { ...ada, extra: { Shirt: 'L', 'By train?': '' } },
    { ...bo, extra: { Shirt: '', 'By train?': 'yes' } },
  ]);
});
