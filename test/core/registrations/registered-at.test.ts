import { expect, it } from 'vitest';
import { registeredAt } from '../../../src/core/registrations/registered-at.ts';

it.each([
  ['2016-09-05', '2016-09-05'],
  ['2016-09-05 08:12', '2016-09-05T08:12:00'],
  ['2016-09-05T08:12:30Z', '2016-09-05T10:12:30'],
  ['2016-12-05T08:12:30.123+00:00[UTC]', '2016-12-05T09:12:30'],
  ['2026/05/28 7:01:33 PM GMT+2', '2026-05-28T19:01:33'],
  ['2026/05/28 12:01:33 AM', '2026-05-28T00:01:33'],
  ['06.09.2025 kl. 15.37.20', '2025-09-06T15:37:20'],
  ['29.8.2016 08:19', '2016-08-29T08:19:00'],
  ['5.9.2016', '2016-09-05'],
  ['09/06/2016 10:00', undefined],
  ['31.02.2016', undefined],
  ['2016-09-05 25:00', undefined],
  ['i går', undefined],
  ['', undefined],
])('%j is %j in Oslo', (text, expected) => {
  expect(registeredAt(text, 'Europe/Oslo')).toBe(expected);
});
