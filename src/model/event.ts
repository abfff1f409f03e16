import type { Sheet } from './badge-sheet.ts';
import type { Mailing } from './mailing.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import type { Language, LocalText } from './text.ts';

/** The whole conference as the organiser wrote it in sosent.yaml, with every default filled in. */
export interface Event {
  readonly id: string;
  readonly title: LocalText;
  /** Day of the event, `yyyy-mm-dd`. */
  readonly date: string;
  /** IANA time zone, for instance `Europe/Oslo`. */
  readonly timeZone: string;
  /** ISO 3166 code of the country whose phone numbers need no country code, or ''. */
  readonly country: string;
  /** Languages of the event; the first is used where an attendee's own language is unknown. */
  readonly languages: readonly Language[];
  readonly venue: LocalText;
  readonly address: string;
  readonly url: string;
  /** The public contact of the event, not a private person. */
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  readonly hosts: readonly string[];
  /** Brand colours as `#rrggbb`. */
  readonly colours: { readonly primary: string; readonly accent: string };
  readonly themes: readonly Theme[];
  readonly rooms: readonly Room[];
  readonly timeSlots: readonly TimeSlot[];
  readonly sessions: readonly Session[];
  readonly attendeeTypes: readonly AttendeeType[];
  readonly organisations: readonly Organisation[];
  readonly delegations: DelegationSettings;
  readonly rules: Rules;
  readonly columns: readonly ColumnMapping[];
  readonly sources: SourceRules;
  readonly badges: BadgeSettings;
  readonly emails: EmailSettings;
  readonly exports?: ExportSettings;
}

export interface ExportSettings {
  /** Column of the registrations that says who speaks; blank cells and "no" do not. */
  readonly speakers: string;
}

/** A subject that is offered, for instance "children & youth". */
export interface Theme {
  readonly id: string;
  readonly title: LocalText;
  /** Other spellings by which a wish may name the theme. */
  readonly aliases: readonly string[];
  readonly description: LocalText;
}

export interface Room {
  readonly id: string;
  readonly title: LocalText;
  /** Number of people; a hard limit. */
  readonly capacity: number;
  readonly accessible: boolean;
}

/** A start-end period on one day; times are `HH:MM` in the event's time zone. */
export interface TimeSlot {
  readonly id: string;
  readonly title: LocalText;
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

/** One theme in one room in one time slot. */
export interface Session {
  readonly id: string;
  readonly theme: string;
  readonly timeSlot: string;
  readonly room: string;
  readonly title: LocalText;
  /** Number of seats: the session's own, else its room's. */
  readonly capacity: number;
  /** Fewest people that make the session worth holding; 0 where there is no such limit. */
  readonly minimum: number;
  /** Whether a plan may cancel the session rather than hold it for fewer; then it has a minimum. */
  readonly mayCancel: boolean;
  /** What is spoken there, where it matters; else ''. */
  readonly language: Language | '';
}

export interface AttendeeType {
  readonly id: string;
  readonly title: LocalText;
  readonly aliases: readonly string[];
  /** `#rrggbb`, the colour of the badge. */
  readonly colour: string;
}

/** How the organiser wants an organisation spelt, and what belongs to it. */
export interface Organisation {
  readonly name: string;
  /** Other spellings in registrations. */
  readonly aliases: readonly string[];
  /** Names of units that may stand in its place or beside its name; `*` in one stands for any text. */
  readonly units: readonly string[];
}

/** Which attendees are handled as a group. */
export interface DelegationSettings {
  /** Delegations that the organiser named, each by organisations, units or domains of e-mail addresses. */
  readonly named: readonly Delegation[];
  /** Every other organisation with at least this many attendees is a delegation too; 0 turns that off. */
  readonly minimumSize: number;
  /** What a column of the registrations says of those who lead their delegation; undefined where none does. */
  readonly leads?: { readonly column: string; readonly values: readonly string[] };
}

export interface Delegation {
  readonly id: string;
  readonly title: LocalText;
  readonly organisations: readonly string[];
  /** Names of units; `*` in one stands for any text. */
  readonly units: readonly string[];
  /** Domains of e-mail addresses, each with those below it. */
  readonly domains: readonly string[];
}

export type Criterion = 'fair' | 'happy' | 'first' | 'custom';

/**
 * What `rules.stages` may list, in the order in which the criterion `custom` adds what it leaves out: seats (of people with
 * wishes first), rules, few cancelled sessions, few at the worst rank (then at the next), least total of ranks, most first
 * wishes (then second), late wishes shared out over time slots, the classes of `rules.priority`, the draw.
 */
export const STAGE_IDS = [
  'unseated',
  'rules',
  'cancelled',
  'moves',
  'worst-rank',
  'total-rank',
  'first-wishes',
  'slots',
  'priority',
  'lottery',
] as const;

export type StageId = (typeof STAGE_IDS)[number];

/** What the assignment has to respect and what it strives for. */
export interface Rules {
  readonly criterion: Criterion;
  /** Seed of the lottery that decides between attendees whom nothing else tells apart. */
  readonly seed: string;
  readonly spread: readonly SpreadRule[];
  readonly mix: readonly MixRule[];
  readonly eligibility: readonly EligibilityRule[];
  readonly together: readonly TogetherRule[];
  readonly apart: readonly ApartRule[];
  readonly notAlone: readonly NotAloneRule[];
  readonly topWishes: readonly TopWishesRule[];
  /** Classes of attendees, the first first; everybody else comes after them. */
  readonly priority: readonly PriorityClass[];
  /** Whether whoever has a late wish in one time slot is favoured in the others. */
  readonly fairOverSlots: boolean;
  /** The aims of the criterion `custom` in their order; none for the others. */
  readonly stages: readonly StageId[];
  readonly availability?: AvailabilityRule;
  readonly accessibility?: AccessibilityRule;
  readonly language?: LanguageRule;
}

/** A number of people, or a share (0 to 1) of a group. */
export type Amount = { readonly people: number } | { readonly share: number };

/** Delegations are spread over themes (or over single sessions). An elastic rule: bent rather than nobody seated. */
export interface SpreadRule {
  readonly id: string;
  /** Ids of delegations, or `all`. */
  readonly delegations: 'all' | readonly string[];
  /** Ids of themes, or `all`. */
  readonly themes: 'all' | readonly string[];
  readonly per: 'theme' | 'session';
  /** At least, at most so many of the delegation in each theme (session); a share is of the delegation's size. */
  readonly atLeast?: Amount;
  readonly atMost?: Amount;
  /** What one person too many or too few costs beside other rules. */
  readonly weight: number;
}

/** A share of each session is kept for an attendee type, or limited to it. An elastic rule. */
export interface MixRule {
  readonly id: string;
  readonly types: readonly string[];
  /** Ids of themes, or `all`. */
  readonly themes: 'all' | readonly string[];
  /** Shares of the people in the session, 0 to 1. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly weight: number;
}

/** Sessions for some attendee types only. Never bent; a pin goes before it. */
export interface EligibilityRule {
  readonly id: string;
  readonly types: readonly string[];
  /** Every session of these themes, and these sessions besides. Ids. */
  readonly themes: readonly string[];
  readonly sessions: readonly string[];
}

/** Whoever has the same in a column sits together in every time slot. Never bent. */
export interface TogetherRule {
  readonly id: string;
  /** Name of a field of attendees or header of an extra column; blank cells put nobody together. */
  readonly column: string;
}

/** Whoever has the same in a column sits in different sessions. An elastic rule. */
export interface ApartRule {
  readonly id: string;
  readonly column: string;
  /** What one person too many costs beside other rules. */
  readonly weight: number;
}

/** Nobody of these delegations is the only one of theirs in a session. An elastic rule. */
export interface NotAloneRule {
  readonly id: string;
  readonly delegations: 'all' | readonly string[];
  readonly weight: number;
}

/** Everybody with wishes gets at least so many of their first `of`. An elastic rule. */
export interface TopWishesRule {
  readonly id: string;
  readonly atLeast: number;
  readonly of: number;
  readonly weight: number;
}

/** Attendees of these types, those who registered before a day (`yyyy-mm-dd`), or both. */
export interface PriorityClass {
  readonly types?: readonly string[];
  readonly registeredBefore?: string;
}

/** What a column says about when somebody is there; whoever has none of the values is there all the time. */
export interface AvailabilityRule {
  readonly column: string;
  /** A value of the column, and ids of the time slots in which it means that somebody is there. */
  readonly present: readonly { readonly value: string; readonly timeSlots: readonly string[] }[];
}

/** Which texts of a column mean that somebody needs a room without stairs, and which do not. */
export interface AccessibilityRule {
  readonly column: string;
  readonly needs: readonly string[];
  readonly ignore: readonly string[];
}

/** Sessions in a language that somebody does not understand are avoided, or never given where it is `strict`. */
export interface LanguageRule {
  /** Languages that people understand beside their own, by their own. */
  readonly understand: Readonly<Record<string, readonly string[]>>;
  readonly strict: boolean;
  readonly weight: number;
}

/** The organiser's word on what a column of a registration file means. `field` is an attendee field or `wish.N`. */
export interface ColumnMapping {
  readonly header: string;
  readonly field: string;
}

/**
 * Whose word counts where several sources speak of one person: names of systems (`pretix`) or of files (`webform*.csv`),
 * the most trusted first. Without a list, the source that said something new last.
 */
export interface SourceRules {
  readonly priority: readonly string[];
  /** In place of it for single fields of an attendee, by name; extras as `extra.<header>`. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export interface BadgeSettings {
  readonly design: string;
  readonly size: string;
  /** What the QR code holds: the attendee's short code, a vCard, an address with the code in it, nothing. */
  readonly qr: 'code' | 'vcard' | 'url' | 'none';
  /** The address of the QR code; `{code}` in it stands for the attendee's code. '' where `qr` is not `url`. */
  readonly url: string;
  /** Paths of the hosts' logos and of a background picture inside the event folder; '' for no background. */
  readonly logos: readonly string[];
  readonly background: string;
  /** Paths of fonts inside the event folder, looked through after Inter and before the others. */
  readonly fonts: readonly string[];
  /** Whether the given name is larger than the rest of the name. */
  readonly givenName: 'normal' | 'large';
  /** Columns of the registration, '' for none: how a person is referred to, and what they speak. */
  readonly pronouns: string;
  readonly languages: string;
  /** The column that says whether a person may be photographed, and the answers that mean no, in lower case. */
  readonly photo: { readonly column: string; readonly no: readonly string[] };
  /** Name of the sheet, or '' for one badge to a page. */
  readonly sheet: string;
  /** The edge about which sheets are turned over; undefined where it depends on whether the design has a back. */
  readonly duplex: 'long' | 'short' | 'none' | undefined;
  /** Lengths in mm. */
  readonly bleed: number;
  readonly cropMarks: boolean;
  /** To the right and down. */
  readonly offset: readonly [right: number, down: number];
  /** The event's own sizes and sheets. */
  readonly sizes: readonly OwnSize[];
  readonly sheets: readonly OwnSheet[];
}

/** A trimmed size of badges, in mm; of one half where it folds. */
export interface OwnSize {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly folds: boolean;
}

export interface OwnSheet {
  readonly id: string;
  readonly sheet: Sheet;
}

export interface EmailSettings {
  /** Sender as `Name <address>`; the event's contact where it is not given. */
  readonly from: string;
  readonly replyTo: string;
  /** The address that takes requests to hear no more, or ''. */
  readonly unsubscribe: string;
  /** Undefined where sosent.yaml names no mail server. */
  readonly smtp?: SmtpSettings | undefined;
  readonly mailings: readonly Mailing[];
}
