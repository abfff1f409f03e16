import type { Attendee } from '../../model/attendee.ts';
import type { BadgeSettings, Event } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { type AttendeeView, viewAttendee } from '../views/attendee-view.ts';
import { textColourOn } from './contrast.ts';
import { qrText, renderQr } from './qr-code.ts';
import { type BadgeWords, badgeWords } from './words.ts';

/** Behind the label of somebody whose attendee type is unknown. */
const NEUTRAL = '#55606b';

/** What a badge template sees: the attendee's view, and what only a badge has. docs/templates.md lists all of it. */
export interface BadgeView extends AttendeeView {
  /** The attendee's id; goes back into the findings. */
  readonly id: string;
  readonly words: BadgeWords;
  /** The attendee type: always a colour and a label. */
  readonly band: { readonly label: string; readonly colour: string; readonly textColour: string };
  readonly header: { readonly colour: string; readonly textColour: string };
  /** An SVG image as text, '' where there is no QR code. */
  readonly qr: string;
  /** Name of the logo's virtual file, '' without one. */
  readonly logo: string;
  /** Whether there is a plan and the attendee is there in some time slot, so that `programme` means something. */
  readonly hasProgramme: boolean;
}

/** What all badges of one print have in common. */
export interface BadgeContext {
  readonly event: Event;
  /** Title of the document, as a PDF reader shows it. */
  readonly title: string;
  readonly qr: BadgeSettings['qr'];
  readonly logo: string;
  /** Undefined where nothing was assigned yet. */
  readonly placements: ReadonlyMap<string, readonly Placement[]> | undefined;
  /** Who is not there in a time slot, by ids. */
  readonly isAbsent: (attendee: string, timeSlot: string) => boolean;
}

/** The view of one badge, in the attendee's language. */
export function viewBadge(attendee: Attendee, context: BadgeContext): BadgeView {
  const { event, placements, isAbsent } = context;
  const view = viewAttendee(event, attendee, {
    placements: placements?.get(attendee.id) ?? [],
    absences: event.timeSlots.map((slot) => slot.id).filter((slot) => isAbsent(attendee.id, slot)),
  });
  const words = badgeWords(view.language);
  const colour = view.attendee.colour || NEUTRAL;
  const { primary } = event.colours;
  return {
    ...view,
    id: attendee.id,
    words,
    band: { label: view.attendee.type || words.participant, colour, textColour: textColourOn(colour) },
    header: { colour: primary, textColour: textColourOn(primary) },
    qr: renderQr(qrText(attendee, context.qr)),
    logo: context.logo,
    hasProgramme: placements !== undefined && view.programme.length > 0,
  };
}
