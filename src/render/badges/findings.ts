import { type ProblemCode, problem } from '../../errors.ts';
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
  /** File name of the PDF, where there are several. */
  readonly file?: string;
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
    const misfit = describeMisfit(found, what, state);
    if (misfit !== undefined) findings.set(`${current}\n${what}`, misfit);
  }
  return [...findings.values()];
}

function describeMisfit(badge: PlacedBadge, what: string, state: string): BadgeFinding | undefined {
  if (state === 'cut') {
    return findingAbout(badge, 'SOS507', `the ${what} does not fit and was cut.`, {
      hint: 'Shorten it in data/attendees.csv or sosent.yaml, or choose a larger size.',
    });
  }
  if (state === 'small' && what === 'name') {
    return findingAbout(badge, 'SOS508', 'the name is in small print.', {
      hint: 'A shorter form that its owner likes is read from further away.',
    });
  }
  return undefined;
}

/** Badges that were to have a QR code and have none. */
export function findMissingQr(badges: readonly PlacedBadge[], settings: Event['badges']): BadgeFinding[] {
  if (settings.qr === 'none') return [];
  return badges.flatMap((badge) => {
    const text = qrText(badge.attendee, settings);
    if (renderQr(text) !== '') return [];
    const reason = text === '' ? 'the attendee has no code' : 'it would hold too much';
    return [findingAbout(badge, 'SOS511', `no QR code, ${reason}.`)];
  });
}

/** A finding whose message begins with whose badge it is and where that lies. */
export function findingAbout(
  badge: PlacedBadge,
  code: ProblemCode,
  message: string,
  about: { readonly hint?: string } = {},
): BadgeFinding {
  const { attendee, page, file } = badge;
  return {
    attendee: attendee.id,
    name: attendee.name,
    ...(file === undefined ? {} : { file }),
    page,
    problem: problem(code, `${nameOf(badge)}: ${message}`, about),
  };
}

/** A badge in a message: its owner's name in one line, not longer than a person reads, and where it lies. */
export function nameOf({ attendee, page, file }: PlacedBadge): string {
  const name = attendee.name.replace(/\s+/g, ' ').trim() || attendee.id;
  const short = name.length > 60 ? `${[...name].slice(0, 60).join('')}…` : name;
  return `${short} (${file === undefined ? '' : `${file}, `}page ${page})`;
}
