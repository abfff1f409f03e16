import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { PlacedBadge } from './badge-document.ts';
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

/** What did not fit: `marks` in order of the pages, each badge's own after the mark that names it. */
export function findMisfits(
  badges: readonly PlacedBadge[],
  marks: readonly FitMark[],
): readonly BadgeFinding[] {
  const pages = new Map(badges.map((one) => [one.attendee.id, one]));
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
    return problem('SOS508', `${nameOf(attendee)} (page ${page}): the name is in small print.`, {
      hint: 'A shorter form that its owner likes is read from further away.',
    });
  }
  return undefined;
}

/** Badges that were to have a QR code and have none. */
export function findMissingQr(badges: readonly PlacedBadge[], kind: Event['badges']['qr']): BadgeFinding[] {
  if (kind === 'none') return [];
  return badges.flatMap(({ attendee, page }) => {
    const text = qrText(attendee, kind);
    if (renderQr(text) !== '') return [];
    const reason = text === '' ? 'the attendee has no code' : 'it would hold too much';
    return [
      {
        attendee: attendee.id,
        name: attendee.name,
        page,
        problem: problem('SOS511', `${nameOf(attendee)} (page ${page}): no QR code, ${reason}.`),
      },
    ];
  });
}

/** An attendee in a message: one line, and not longer than a person reads. */
export function nameOf(attendee: Attendee): string {
  const name = attendee.name.replace(/\s+/g, ' ').trim() || attendee.id;
  return name.length > 60 ? `${[...name].slice(0, 60).join('')}…` : name;
}
