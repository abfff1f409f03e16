import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { PdfPrinter } from '../../ports.ts';
import type { PlacedBadge } from './badge-document.ts';
import { type BadgeFinding, findingAbout } from './findings.ts';

/** The texts of an attendee that a badge shows as they were registered. */
const SHOWN = ['name', 'organisation', 'unit', 'role'] as const satisfies (keyof Attendee)[];

const HINT =
  'Install a font that has it (Noto fonts cover all scripts), or name its file under badges.fonts in sosent.yaml.';

/** Signs in people's own texts that no font has. */
export function findMissingGlyphs(
  badges: readonly PlacedBadge[],
  withoutGlyph: PdfPrinter['withoutGlyph'],
): readonly BadgeFinding[] {
  const missing = missingSigns(
    badges.flatMap(({ attendee }) => SHOWN.map((field) => attendee[field])),
    withoutGlyph,
  );
  if (missing.size === 0) return [];
  return badges.flatMap((badge) =>
    SHOWN.flatMap((field): BadgeFinding[] => {
      const signs = signsOf(badge.attendee[field]).filter((sign) => missing.has(sign));
      if (signs.length === 0) return [];
      const message = `no font has ${describe(signs)}, in the ${field}.`;
      return [findingAbout(badge, 'SOS509', message, { hint: HINT })];
    }),
  );
}

/** Signs in what sosent.yaml says of the event, so on every badge. */
export function findMissingGlyphsOfEvent(
  event: Event,
  withoutGlyph: PdfPrinter['withoutGlyph'],
): readonly Problem[] {
  const titled = [event, ...event.themes, ...event.sessions, ...event.rooms, ...event.attendeeTypes];
  const missing = missingSigns(
    [
      ...titled.flatMap((one) => Object.values(one.title)),
      ...Object.values(event.venue),
      event.address,
      ...event.hosts,
    ],
    withoutGlyph,
  );
  if (missing.size === 0) return [];
  const message = `No font has ${describe([...missing])}, in the texts of sosent.yaml.`;
  return [problem('SOS509', message, { hint: HINT })];
}

/** Control characters and blanks are not printed; all others are asked for, each sign once. */
export function missingSigns(
  texts: readonly string[],
  withoutGlyph: PdfPrinter['withoutGlyph'],
): ReadonlySet<string> {
  const signs = new Set(texts.flatMap(signsOf));
  return new Set(withoutGlyph([...signs].filter((sign) => !/^[\s\p{Cc}]*$/u.test(sign)).sort()));
}

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a reader sees as one sign: a letter with its accents, a flag, a family. */
export function signsOf(text: string): readonly string[] {
  return [...new Set(Array.from(SEGMENTER.segment(text), (one) => one.segment))];
}

export function describe(signs: readonly string[]): string {
  const shown = signs.slice(0, 5).map((sign) => `${sign} (${codePoints(sign)})`);
  return `${shown.join(', ')}${signs.length > 5 ? ' and more' : ''}`;
}

function codePoints(sign: string): string {
  return [...sign]
    .map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
