import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openEvent } from '../src/folder/event-folder.ts';
import { readPins } from '../src/folder/pins.ts';
import { decode } from '../src/tabular/decode.ts';
import { parseTable } from '../src/tabular/parse-table.ts';

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));
const NAMES = ['sosent-2016', 'teachers-day'];

/** Every cell of the registration files of an example, file by file. */
async function readRegistrations(name: string): Promise<Map<string, readonly (readonly string[])[]>> {
  const folder = join(EXAMPLES, name, 'registrations');
  const tables = new Map<string, readonly (readonly string[])[]>();
  for (const file of (await readdir(folder)).sort()) {
    const { headers, rows } = parseTable(decode(await readFile(join(folder, file))).text);
    tables.set(file, [headers, ...rows.map((row) => row.cells)]);
  }
  return tables;
}

describe.each(NAMES)('examples/%s', (name) => {
  it('writes to nobody who exists: every address is below a domain reserved for examples', async () => {
    const addresses = [...(await readRegistrations(name)).values()]
      .flat(2)
      .flatMap((cell) => cell.match(/[^\s@]+@[^\s@]+/g) ?? []);
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses.filter((one) => !/(\.example|@example\.org)$/i.test(one))).toEqual([]);
  });

  it('has registrations whose rows are as long as their header', async () => {
    for (const [file, [headers = [], ...rows]] of await readRegistrations(name)) {
      const odd = rows.filter((cells) => cells.length !== headers.length);
      expect({ file, odd }).toEqual({ file, odd: [] });
    }
  });

  it('pins people who registered to sessions and themes that are there', async () => {
    const folder = await openEvent({ cwd: EXAMPLES, eventPath: name });
    const pins = await readPins(folder);
    const cells = [...(await readRegistrations(name)).values()].flat(2).map((cell) => cell.toLowerCase());
    const known = [...folder.event.sessions, ...folder.event.themes].map((one) => one.id);
    expect(pins.problems).toEqual([]);
    expect(pins.value.length).toBeGreaterThan(0);
    expect(pins.value.filter((pin) => !cells.includes(pin.attendee))).toEqual([]);
    expect(pins.value.filter((pin) => !known.includes(pin.session))).toEqual([]);
  });
});

describe('examples/sosent-2016', () => {
  it('has telephone numbers that cannot exist: no Norwegian one begins with 0', async () => {
    const [headers = [], ...rows] =
      (await readRegistrations('sosent-2016')).get('pamelding-kommune.csv') ?? [];
    const phones = rows.map((cells) => cells[headers.indexOf('Mobil')] ?? '').filter((phone) => phone !== '');
    expect(phones.length).toBeGreaterThan(80);
    expect(phones.filter((phone) => !/^(\+47 )?000 ?\d\d ?\d\d\d$/.test(phone))).toEqual([]);
  });
});
