import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of pretix-german, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('pretix-german.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot();
});
