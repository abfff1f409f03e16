import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of alfio, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('alfio.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot();
});
