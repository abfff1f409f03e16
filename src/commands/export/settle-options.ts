import { failure } from '../../errors.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { Language } from '../../model/text.ts';
import type { CsvDialect } from '../../tabular/write-table.ts';
import type { ExportOptions } from '../export.ts';

/** Excel takes the semicolon where the comma is the decimal sign (Windows' list separator of the region). */
const COMMA_LANGUAGES: readonly Language[] = ['en'];

/** The first language of the event where none is asked for. Throws SOS101 for one that it does not speak. */
export function requireLanguage({ event }: EventFolder, wanted: Language | undefined): Language {
  const [first = 'en'] = event.languages;
  if (wanted === undefined || event.languages.includes(wanted)) return wanted ?? first;
  throw failure('SOS101', `The event does not speak "${wanted}".`, {
    hint: `Its languages in sosent.yaml: ${event.languages.join(', ')}.`,
  });
}

/** A byte order mark for Excel; none for the program that reads standard output. Throws SOS101. */
export function requireDialect({ delimiter, out }: ExportOptions, language: Language): CsvDialect {
  const byName = { comma: ',', semicolon: ';' } as const;
  const name = delimiter ?? (COMMA_LANGUAGES.includes(language) ? 'comma' : 'semicolon');
  if (name === 'comma' || name === 'semicolon') return { delimiter: byName[name], mark: out !== '-' };
  throw failure('SOS101', `"${name}" is no delimiter.`, { hint: 'Take --delimiter comma or semicolon.' });
}
