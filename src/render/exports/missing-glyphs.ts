import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Problem } from '../../model/problem.ts';
import type { PdfPrinter } from '../../ports.ts';
import { describeSigns, missingSignsOf, signsOf } from '../badges/missing-signs.ts';
import type { ExportData } from './export.ts';

/** What people wrote that stands in printed documents. */
const SHOWN = [
  'name',
  'organisation',
  'unit',
  'role',
  'dietary',
  'accessibility',
  'needs',
  'solutions',
] as const satisfies (keyof Attendee)[];

/** SOS509: signs in people's own texts that no font has, so that a PDF would show a box in their place. */
export function findMissingGlyphsOf(
  { attendees }: Pick<ExportData, 'attendees'>,
  withoutGlyph: PdfPrinter['withoutGlyph'],
): readonly Problem[] {
  const texts = [...new Set(attendees.flatMap((one) => SHOWN.map((field) => one[field])))];
  const missing = missingSignsOf(texts, withoutGlyph);
  if (missing.size === 0) return [];
  const concerned = attendees.filter((one) =>
    SHOWN.some((field) => signsOf(one[field]).some((sign) => missing.has(sign))),
  );
  const [first] = concerned;
  const who = `${first?.name ?? ''}${concerned.length > 1 ? ` and ${concerned.length - 1} more` : ''}`;
  return [
    problem('SOS509', `No font has ${describeSigns([...missing])}, in what ${who} wrote.`, {
      hint: 'Install a font that has it (Noto fonts cover all scripts), or name its file under badges.fonts in sosent.yaml.',
    }),
  ];
}
