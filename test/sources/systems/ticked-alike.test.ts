import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/tabular/byte-source.ts';
import { plan } from '../../core/registrations/plan.ts';
import { readRegistrations } from '../../helpers/read-registrations.ts';

const THEMES = ['Work', 'Omsorg, helse og alder'];

async function wishesIn(text: string): Promise<readonly (readonly (readonly string[])[])[]> {
  const { registrations } = await readRegistrations(
    { file: 'export.csv', source: bytesSource(Buffer.from(text)) },
    { columns: [], reserved: [], isTheme: (one) => THEMES.includes(one) },
  );
  return plan(registrations).added.map(({ wishes }) => wishes);
}

/** The same two ticks as each system writes them. A comma in the title of a theme is none between two. */
it.each([
  [
    'pretix, a column for each option',
    'Order code,Position ID,Attendee name,Themes – Work,"Themes – Omsorg, helse og alder"\nA1,1,Kari Moe,Yes,Yes\n',
  ],
  [
    'pretix, options grouped in one cell',
    'Order code,Position ID,Attendee name,Themes\nA1,1,Kari Moe,"Work, Omsorg, helse og alder"\n',
  ],
  ['Indico', 'ID,Name,Registration state,Themes\n1,Kari Moe,Completed,"Omsorg, helse og alder; Work"\n'],
  [
    'Indico before it wrote semicolons',
    'ID,Name,Registration state,Themes\n1,Kari Moe,Completed,"Work, Omsorg, helse og alder"\n',
  ],
])('%s: both themes are wished alike', async (_how, text) => {
  const [[tied = []] = []] = await wishesIn(text);
  expect([...tied].sort()).toEqual(['arbeid', 'eldre']);
});
