import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/tabular/byte-source.ts';
import { plan } from '../../core/registrations/plan.ts';
import { readRegistrations } from '../../helpers/read-registrations.ts';

async function read(text: string) {
  const { registrations } = await readRegistrations(
    { file: 'export.csv', source: bytesSource(Buffer.from(text)) },
    { columns: [], reserved: [], isTheme: () => false },
  );
  return registrations;
}

/** What the first row of each fixture says of its ticket, and what the system writes once that is cancelled. */
it.each([
  ['pretix.csv', ',paid,', ',canceled,', 'Kari Moe'],
  ['pretix-german.csv', ',bezahlt,', ',storniert,', 'Ida Lie'],
  ['eventbrite.csv', ',Attending,', ',Not Attending,', 'Kari von der Moe'],
  ['tito.csv', ',,0.00,TI1-1,', ',voided,0.00,TI1-1,', 'Kari Moe'],
  ['luma.csv', ',approved,', ',declined,', 'Kari von der Moe'],
  ['hi-events.csv', ',ACTIVE,', ',CANCELLED,', 'Kari Moe'],
  ['indico.csv', ',Completed,', ',Withdrawn,', 'Kari von der Moe'],
  ['alfio.csv', ',ACQUIRED,', ',CANCELLED,', 'Kari Moe'],
])(
  '%s: a ticket cancelled after it was imported cancels its person, and nobody else',
  async (file, holds, gone, name) => {
    const text = readFileSync(new URL(`../../fixtures/import/systems/${file}`, import.meta.url), 'utf8');
    expect(text).toContain(holds);
    const first = plan(await read(text));
    const later = plan(await read(text.replace(holds, gone)), first);
    const changed = later.changed.map(({ attendee, changes }) => ({ name: attendee.name, changes }));
    expect({ added: later.added.length, changed }).toEqual({
      added: 0,
      changed: [{ name, changes: [{ field: 'status', before: 'registered', after: 'cancelled' }] }],
    });
  },
);
