import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of indico, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('indico.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot();
});
