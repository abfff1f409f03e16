import { problem } from '../../../errors.ts';
import type { Event } from '../../../model/event.ts';
import type { Problem } from '../../../model/problem.ts';
import { inLanguage } from '../../../model/text.ts';
import { contrast } from '../contrast.ts';

const PAPER = '#ffffff';
/** That of a light grey, #d4d4d4: the least at which a thin line is seen at arm's length. */
const LEAST_CONTRAST = 1.5;
/** A colour whose channels are all at least this is white to somebody who looks for a colour. */
const NEARLY_WHITE = 0xe6;

/**
 * Colours of sosent.yaml that white paper swallows: of the event, whose lines are thin, by their contrast; of attendee
 * types, which fill a band, where they are nearly white. The colour of a text on a colour is computed and always read.
 */
export function findLowContrast(event: Event): readonly Problem[] {
  const ofEvent = Object.entries(event.colours).filter(([, one]) => contrast(one, PAPER) < LEAST_CONTRAST);
  const ofTypes = event.attendeeTypes.filter((type) => isNearlyWhite(type.colour));
  return [
    ...ofEvent.map(([key, colour]) =>
      problem(
        'SOS536',
        `The colour event.colours.${key} (${colour}) has a contrast of ${contrast(colour, PAPER).toFixed(1)} to white paper.`,
        { hint: `A line in it is hardly seen. Choose a darker one: at least ${LEAST_CONTRAST}.` },
      ),
    ),
    ...ofTypes.map((type) =>
      problem(
        'SOS536',
        `The colour of the attendee type "${inLanguage(type.title, event.languages[0] ?? 'en')}" (${type.colour}) is nearly that of the paper.`,
        { hint: 'Choose one that is told from white across a room.' },
      ),
    ),
  ];
}

function isNearlyWhite(colour: string): boolean {
  return [1, 3, 5].every((start) => Number.parseInt(colour.slice(start, start + 2), 16) >= NEARLY_WHITE);
}
