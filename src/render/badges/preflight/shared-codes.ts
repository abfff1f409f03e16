import type { PlacedBadge } from '../badge-document.ts';
import { type BadgeFinding, findingAbout, nameOf } from '../findings.ts';

const HINT = 'Empty the code of one of them in data/attendees.csv; the next import gives a new one.';

/** Badges with a code that another one has too: at the door nobody could tell whose it is. */
export function findSharedCodes(badges: readonly PlacedBadge[]): readonly BadgeFinding[] {
  const byCode = new Map<string, PlacedBadge[]>();
  for (const one of badges) {
    const { code } = one.attendee;
    const holders = byCode.get(code);
    if (holders !== undefined) holders.push(one);
    else if (code !== '') byCode.set(code, [one]);
  }
  return badges.flatMap((badge) => {
    const [first, second, ...more] = byCode.get(badge.attendee.code) ?? [];
    if (first === undefined || second === undefined) return [];
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    const other = nameOf(first === badge ? second : first);
    return [
      findingAbout(badge, 'SOS537', `the code ${badge.attendee.code} is also that of ${other}${others}.`, {
        hint: HINT,
      }),
    ];
  });
}
