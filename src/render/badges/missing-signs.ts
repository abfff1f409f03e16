import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { PdfPrinter } from '../../ports.ts';

/** What a reader sees as one sign each (a letter with its accents, a flag, a family), and no font has. */
export type MissingSigns = ReadonlySet<string>;

/** The signs in what badges show of these people and their event that no font has. Each is asked for once, if at all. */
export function findMissingSigns(
  attendees: readonly Attendee[],
  event: Event,
  withoutGlyph: PdfPrinter['withoutGlyph'],
): MissingSigns {
  const signs = new Set<string>();
  for (const { name, organisation, unit, role, delegation, extra } of attendees) {
    for (const text of [name, organisation, unit, role, delegation, ...Object.values(extra)])
      collect(text, signs);
  }
  for (const text of textsOfEvent(event)) collect(text, signs);
  return askedFor(signs, withoutGlyph);
}

/** The signs in these texts that no font has. */
export function missingSignsOf(
  texts: readonly string[],
  withoutGlyph: PdfPrinter['withoutGlyph'],
): MissingSigns {
  const signs = new Set<string>();
  for (const text of texts) collect(text, signs);
  return askedFor(signs, withoutGlyph);
}

/** A few signs with their code points, for messages. */
export function describeSigns(signs: readonly string[]): string {
  const shown = signs.slice(0, 5).map((sign) => `${sign} (${codePoints(sign)})`);
  return `${shown.join(', ')}${signs.length > 5 ? ' and more' : ''}`;
}

function codePoints(sign: string): string {
  return [...sign]
    .map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

function askedFor(signs: ReadonlySet<string>, withoutGlyph: PdfPrinter['withoutGlyph']): MissingSigns {
  return new Set(withoutGlyph([...signs].filter((sign) => !NEVER_MISSING.test(sign)).sort()));
}

/**
 * Control characters and blanks, which are not printed; and the letters of most of Europe, which Inter has. To ask for
 * them takes as long as to print a hundred badges.
 */
const NEVER_MISSING = /^(?:[\s\p{Cc}]*|[\x21-\x7e\xa1-\xac\xae-\u017e])$/u;

/** What sosent.yaml says of the event and a badge may show. */
export function textsOfEvent(event: Event): readonly string[] {
  const titled = [event, ...event.themes, ...event.sessions, ...event.rooms, ...event.attendeeTypes];
  return [
    ...titled.flatMap((one) => Object.values(one.title)),
    ...Object.values(event.venue),
    event.address,
    ...event.hosts,
  ];
}

/** A value with every text in it as it is without these signs. Keys and what stands under `id` stay. */
export function leaveOut<T>(value: T, missing: MissingSigns): T {
  if (missing.size === 0) return value;
  // The shape of a value is that of its copy.
  if (typeof value === 'string') return withoutSigns(value, missing) as T;
  if (Array.isArray(value)) return value.map((one) => leaveOut(one, missing)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'id' ? one : leaveOut(one, missing)]),
  ) as T;
}

function withoutSigns(text: string, missing: MissingSigns): string {
  const isWhole = ![...missing].some((sign) => text.includes(sign));
  return isWhole
    ? text
    : segments(text)
        .filter((sign) => !missing.has(sign))
        .join('');
}

/** The different signs of a text. */
export function signsOf(text: string): readonly string[] {
  return [...new Set(segments(text))];
}

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters that are one sign each, however they are combined with each other: nearly all texts are nothing else. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff]*$/;

function segments(text: string): readonly string[] {
  return PLAIN.test(text) ? text.split('') : Array.from(SEGMENTER.segment(text), (one) => one.segment);
}

function collect(text: string, signs: Set<string>): void {
  for (const sign of segments(text)) signs.add(sign);
}
