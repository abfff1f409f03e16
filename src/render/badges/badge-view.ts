import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { type AttendeeView, viewAttendee } from '../views/attendee-view.ts';
import { readableOnWhite, textColourOn } from './contrast.ts';
import { leaveOut, type MissingSigns } from './missing-signs.ts';
import { qrText, renderQr } from './qr-code.ts';
import { registeredAnswers } from './registered-answers.ts';
import { type BadgeWords, badgeWords } from './words.ts';

/** Behind the label of somebody whose attendee type is unknown. */
const NEUTRAL = '#55606b';

/** What a badge template sees: the attendee's view, and what only a badge has. docs/templates.md lists all of it. */
export interface BadgeView extends AttendeeView {
  /** The attendee's id; goes back into the findings. */
  readonly id: string;
  readonly words: BadgeWords;
  /** The given name and the rest of the name where the former is to be larger, else '' both. */
  readonly given: string;
  readonly rest: string;
  /** '' and an empty list where nothing is known. */
  readonly pronouns: string;
  readonly languages: readonly string[];
  /** The words for somebody who does not want to be in pictures, '' for everybody else. */
  readonly noPhotos: string;
  /** The attendee type: always a colour and a label. `ink` is the colour as it can be read on white. */
  readonly band: BadgeColour & { readonly label: string };
  readonly header: BadgeColour;
  readonly accent: BadgeColour;
  /** An SVG image as text, '' where there is no QR code. */
  readonly qr: string;
  /** Names of the pictures' virtual files; `logo` is the first of `logos`, '' without one. */
  readonly logo: string;
  readonly logos: readonly string[];
  readonly background: string;
  /** Whether there is a plan and the attendee is there in some time slot, so that `programme` means something. */
  readonly hasProgramme: boolean;
  readonly meetings: readonly BadgeMeeting[];
  /** Who invites, and where it is, each in one line. */
  readonly hosts: string;
  readonly place: string;
}

/** A colour, what is read best on it, and the shade of it that is read on white; `#rrggbb` all. */
export interface BadgeColour {
  readonly colour: string;
  readonly textColour: string;
  readonly ink: string;
}

/** One 1:1 meeting: when, with whom, at which table. */
export interface BadgeMeeting {
  readonly times: string;
  readonly with: string;
  readonly table: string;
}

/** What all badges of one print have in common. */
export interface BadgeContext {
  readonly event: Event;
  /** Signs that no font has: badges do without. */
  readonly missing: MissingSigns;
  /** Title of the document, as a PDF reader shows it. */
  readonly title: string;
  readonly logos: readonly string[];
  readonly background: string;
  /** Undefined where nothing was assigned yet. */
  readonly placements: ReadonlyMap<string, readonly Placement[]> | undefined;
  /** Who is not there in a time slot, by ids. */
  readonly isAbsent: (attendee: string, timeSlot: string) => boolean;
}

const DOT = ' · ';

/** The view of one badge, in the attendee's language, without the signs that no font has. */
export function viewBadge(attendee: Attendee, context: BadgeContext): BadgeView {
  const { event, placements, isAbsent, logos, missing } = context;
  const view = viewAttendee(event, attendee, {
    placements: placements?.get(attendee.id) ?? [],
    absences: event.timeSlots.map((slot) => slot.id).filter((slot) => isAbsent(attendee.id, slot)),
  });
  const words = badgeWords(view.language);
  const { pronouns, languages, refusesPhotos } = registeredAnswers(attendee, event.badges);
  const badge = {
    ...view,
    id: attendee.id,
    words,
    ...nameParts(view.attendee, event.badges.givenName),
    pronouns,
    languages,
    noPhotos: refusesPhotos ? words.noPhotos : '',
    band: { label: view.attendee.type || words.participant, ...badgeColour(view.attendee.colour || NEUTRAL) },
    header: badgeColour(event.colours.primary),
    accent: badgeColour(event.colours.accent),
    qr: renderQr(qrText(attendee, event.badges)),
    logo: logos[0] ?? '',
    logos,
    background: context.background,
    hasProgramme: placements !== undefined && view.programme.length > 0,
    meetings: [],
    hosts: event.hosts.length === 0 ? '' : `${words.hosts} ${event.hosts.join(DOT)}`,
    place: [view.event.venue, event.address, event.contact.phone].filter((one) => one !== '').join(DOT),
  };
  return leaveOut<BadgeView>(badge, missing);
}

/** Nobody with a single name is cut in two. */
function nameParts(
  { name, givenName }: AttendeeView['attendee'],
  wanted: Event['badges']['givenName'],
): { readonly given: string; readonly rest: string } {
  const rest = name.trim().slice(givenName.length).trim();
  return wanted === 'large' && rest !== '' ? { given: givenName, rest } : { given: '', rest: '' };
}

/** Kept, because an event has few colours and thousands of badges. */
const COLOURS = new Map<string, BadgeColour>();

function badgeColour(colour: string): BadgeColour {
  const kept = COLOURS.get(colour);
  if (kept !== undefined) return kept;
  const made = { colour, textColour: textColourOn(colour), ink: readableOnWhite(colour) };
  COLOURS.set(colour, made);
  return made;
}
