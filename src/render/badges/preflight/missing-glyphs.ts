import { problem } from '../../../errors.ts';
import type { Attendee } from '../../../model/attendee.ts';
import type { Event } from '../../../model/event.ts';
import type { Problem } from '../../../model/problem.ts';
import type { PlacedBadge } from '../badge-document.ts';
import { type BadgeFinding, findingAbout } from '../findings.ts';
import { describeSigns, leaveOut, type MissingSigns, signsOf, textsOfEvent } from '../missing-signs.ts';
import { registeredAnswers } from '../registered-answers.ts';

const HINT =
  'Install a font that has it (Noto fonts cover all scripts), or name its file under badges.fonts in sosent.yaml.';

/** Signs in people's own texts that no font has, and that their badges therefore do without. */
export function findMissingGlyphs(
  badges: readonly PlacedBadge[],
  event: Event,
  missing: MissingSigns,
): readonly BadgeFinding[] {
  if (missing.size === 0) return [];
  return badges.flatMap((badge) =>
    shownTexts(badge.attendee, event).flatMap(([what, text]): BadgeFinding[] => {
      const signs = signsOf(text).filter((sign) => missing.has(sign));
      if (signs.length === 0) return [];
      const left = leaveOut(text, missing).trim() === '' ? `no ${what} is printed` : 'left out';
      return [
        findingAbout(badge, 'SOS509', `no font has ${describeSigns(signs)}, in the ${what}; ${left}.`, {
          hint: HINT,
        }),
      ];
    }),
  );
}

/** The texts of an attendee that a badge shows as they were registered. */
function shownTexts(
  attendee: Attendee,
  { badges }: Event,
): readonly (readonly [what: string, text: string])[] {
  const { name, organisation, unit, role } = attendee;
  const { pronouns, languages } = registeredAnswers(attendee, badges);
  return Object.entries({ name, organisation, unit, role, pronouns, languages: languages.join(' ') });
}

/** Signs in what sosent.yaml says of the event, so on every badge. */
export function findMissingGlyphsOfEvent(event: Event, missing: MissingSigns): readonly Problem[] {
  const signs = [...new Set(textsOfEvent(event).flatMap(signsOf))].filter((sign) => missing.has(sign));
  if (signs.length === 0) return [];
  const message = `No font has ${describeSigns(signs.sort())}, in the texts of sosent.yaml; left out.`;
  return [problem('SOS509', message, { hint: HINT })];
}
