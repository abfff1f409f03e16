import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { qrText, renderQr } from './qr-code.ts';

/** What the card's parts report while they are laid out (templates/badges/lib.typ). */
export interface FitMark {
  readonly badge?: string;
  readonly what?: string;
  readonly state?: string;
}

/** Something about one badge that a person should look at before it is printed. */
export interface BadgeFinding {
  readonly attendee: string;
  readonly name: string;
  /** The page on which the badge stands, from 1. */
  readonly page: number;
  readonly problem: Problem;
}

/** The texts of an attendee that a badge shows as they were registered. */
const SHOWN = ['name', 'organisation', 'unit', 'role'] as const satisfies (keyof Attendee)[];

/** What did not fit: `marks` in order of the pages, each badge's own after the mark that names it. */
export function findMisfits(
  attendees: readonly Attendee[],
  marks: readonly FitMark[],
): readonly BadgeFinding[] {
  const pages = new Map(attendees.map((one, index) => [one.id, { attendee: one, page: index + 1 }]));
  const findings = new Map<string, BadgeFinding>();
  let current = '';
  for (const { badge, what = '', state = '' } of marks) {
    current = badge ?? current;
    const found = pages.get(current);
    if (found === undefined || badge !== undefined) continue;
    const misfit = describeMisfit(found.attendee, found.page, what, state);
    if (misfit !== undefined) {
      const finding = { attendee: current, name: found.attendee.name, page: found.page, problem: misfit };
      findings.set(`${current}\n${what}`, finding);
    }
  }
  return [...findings.values()];
}

function describeMisfit(attendee: Attendee, page: number, what: string, state: string): Problem | undefined {
  if (state === 'cut') {
    return problem('SOS507', `${nameOf(attendee)} (page ${page}): the ${what} does not fit and was cut.`, {
      hint: 'Shorten it in data/attendees.csv or sosent.yaml, or choose a larger size.',
    });
  }
  if (state === 'small' && what === 'name') {
    return problem('SOS508', `${nameOf(attendee)} (page ${page}): the name fits in the smallest print only.`);
  }
  return undefined;
}

/** Signs in people's own texts that no font has; `withoutGlyph` tells which of some texts cannot be shown. */
export function findMissingGlyphs(
  attendees: readonly Attendee[],
  withoutGlyph: (texts: readonly string[]) => readonly string[],
): readonly BadgeFinding[] {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const signsOf = (text: string): string[] => [...segmenter.segment(text)].map((one) => one.segment);
  const distinct = new Set(attendees.flatMap((one) => SHOWN.flatMap((field) => signsOf(one[field]))));
  const missing = new Set(withoutGlyph([...distinct].filter((sign) => !/^[\s\p{Cc}]*$/u.test(sign)).sort()));
  if (missing.size === 0) return [];
  return attendees.flatMap((attendee, index) =>
    SHOWN.flatMap((field): BadgeFinding[] => {
      const signs = [...new Set(signsOf(attendee[field]).filter((sign) => missing.has(sign)))];
      if (signs.length === 0) return [];
      const shown = signs.slice(0, 5).map((sign) => `${sign} (${codePoints(sign)})`);
      const message = `${nameOf(attendee)} (page ${index + 1}): no font has ${shown.join(', ')}${signs.length > 5 ? ' and more' : ''}, in the ${field}.`;
      return [
        {
          attendee: attendee.id,
          name: attendee.name,
          page: index + 1,
          problem: problem('SOS509', message, {
            hint: 'Install a font that has it (Noto fonts cover all scripts), then print again.',
          }),
        },
      ];
    }),
  );
}

/** Badges that were to have a QR code and have none. */
export function findMissingQr(attendees: readonly Attendee[], kind: Event['badges']['qr']): BadgeFinding[] {
  if (kind === 'none') return [];
  return attendees.flatMap((attendee, index) => {
    const text = qrText(attendee, kind);
    if (renderQr(text) !== '') return [];
    const reason = text === '' ? 'the attendee has no code' : 'it would hold too much';
    return [
      {
        attendee: attendee.id,
        name: attendee.name,
        page: index + 1,
        problem: problem('SOS511', `${nameOf(attendee)} (page ${index + 1}): no QR code, ${reason}.`),
      },
    ];
  });
}

/** A name in a message: one line, and not longer than a person reads. */
function nameOf(attendee: Attendee): string {
  const name = attendee.name.replace(/\s+/g, ' ').trim() || attendee.id;
  return name.length > 60 ? `${[...name].slice(0, 60).join('')}…` : name;
}

function codePoints(sign: string): string {
  return [...sign]
    .map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
