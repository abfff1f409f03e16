import type { EventFolder } from './event-folder.ts';
import { findTemplate } from './templates.ts';

/** The files of the library of parts that every badge design imports, below `templates/badges/`. */
const LIBRARY = [
  'lib.typ',
  'sheet.typ',
  'run.typ',
  'lib/scripts.typ',
  'lib/base.typ',
  'lib/fit.typ',
  'lib/card.typ',
  'lib/person.typ',
  'lib/programme.typ',
  'lib/parts.typ',
] as const;

/**
 * The library of parts, by the names under which designs import it; the organiser's own files go before ours. Without
 * measured widths, every text is measured where it stands.
 */
export async function readBadgeLibrary(folder: EventFolder): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(
    LIBRARY.map(async (name) => {
      const template = await findTemplate(folder, `badges/${name}`);
      if (template === undefined) throw new Error(`The built-in template badges/${name} is missing.`);
      return [name, template.text] as const;
    }),
  );
  return { 'widths.json': '{}', ...Object.fromEntries(texts) };
}
