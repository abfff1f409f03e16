import { type Instance, nameSession, nameSlot } from '../core/assign/instance.ts';
import type { AttendeeExplanation, Place } from '../core/explain/attendee.ts';
import type { MissedWish, Obstacle } from '../core/explain/missed-wish.ts';
import type { Attendee } from '../model/attendee.ts';
import { inLanguage, type Language, ownLanguage } from '../model/text.ts';
import { safeText } from './terminal/safe-text.ts';
import { wrap } from './terminal/wrap.ts';

/** A text to send to an attendee, and the language that it is in. */
export interface Letter {
  readonly language: Language;
  readonly text: string;
}

const WIDTH = 78;

/**
 * Why an attendee sits where they sit, told to them in Norwegian or English. It speaks of the attendee, sessions and
 * numbers of seats only: nobody else's name, organisation or pin, and no reason that the organiser noted for themselves.
 */
export function writeForAttendee(
  instance: Instance,
  attendee: Attendee,
  explanation: AttendeeExplanation,
): Letter {
  const language = ownLanguage(attendee.language);
  const words = WORDS[language];
  const of: Instance = { ...instance, language };
  const lines = [
    words.places,
    ...explanation.places.map((place) => `  ${tellPlace(of, place, words)}`),
    ...explanation.missed.flatMap((wish) => ['', ...tellMissed(of, wish, words)]),
    ...(explanation.missed.length === 0 ? [] : ['', words.fairness]),
  ];
  return {
    language,
    text: lines.flatMap((line) => wrap(line, WIDTH, line.startsWith('  ') ? '    ' : '')).join('\n'),
  };
}

interface Words {
  readonly places: string;
  readonly rank: (rank: number) => string;
  readonly decided: string;
  readonly waiting: (session: string) => string;
  readonly noSeat: string;
  readonly absent: string;
  readonly missed: (theme: string) => string;
  readonly full: (session: string, seats: number) => string;
  readonly taken: (session: string) => string;
  readonly decidedElsewhere: (session: string) => string;
  readonly closed: (session: string) => string;
  readonly ruled: (session: string) => string;
  readonly forbidden: Readonly<Record<string, (session: string) => string>>;
  readonly impossible: (session: string) => string;
  readonly cancelled: (session: string) => string;
  readonly behind: string;
  readonly draw: string;
  readonly others: string;
  readonly fairness: string;
}

const WORDS: Readonly<Record<'nb' | 'en', Words>> = {
  nb: {
    places: 'Dine plasser:',
    rank: (rank) => (rank === 0 ? '' : ` (ditt ${rank}. ønske)`),
    decided: ' (plassert av arrangøren)',
    waiting: (session) => `venteliste: ${session}`,
    noSeat: 'ingen plass',
    absent: 'du er ikke til stede',
    missed: (theme) => `Du ønsket også ${theme}:`,
    full: (session, seats) =>
      seats === 1
        ? `${session} har 1 plass, og den er tatt.`
        : `${session} har ${seats} plasser, og alle er tatt.`,
    taken: (session) => `${session} har ingen ledige plasser.`,
    decidedElsewhere: (session) => `${session} går samtidig med en plass som arrangøren har gitt deg.`,
    closed: (session) =>
      `${session} er ikke aktuell for deg etter avtale med arrangøren. Spør gjerne hvorfor.`,
    ruled: (session) => `${session} har ledige plasser, men fordelingen som helhet ville blitt dårligere.`,
    forbidden: {
      availability: (session) => `${session} går når du ikke er til stede.`,
      accessibility: (session) => `${session} er i et rom med trapper.`,
      eligibility: (session) => `${session} er for andre deltakertyper.`,
      language: (session) => `${session} er på et språk som ikke er blant dine.`,
    },
    impossible: (session) => `${session} lar seg ikke forene med avtaler som allerede er gjort.`,
    cancelled: (session) => `${session} er avlyst, fordi for få ville kommet.`,
    behind: 'Planen er under arbeid; du vil trolig få dette ønsket i neste utgave.',
    draw: 'Mellom deg og andre som sto helt likt, avgjorde loddtrekningen.',
    others: 'En plass til deg der ville gjort fordelingen dårligere for andre enn den nå er for deg.',
    fairness: 'Plassene er fordelt etter alles ønsker samlet, med samme regler for alle.',
  },
  en: {
    places: 'Your sessions:',
    rank: (rank) => (rank === 0 ? '' : ` (your wish number ${rank})`),
    decided: ' (decided by the organiser)',
    waiting: (session) => `on the waitlist: ${session}`,
    noSeat: 'no seat',
    absent: 'you are not there',
    missed: (theme) => `You also wished for ${theme}:`,
    full: (session, seats) =>
      seats === 1
        ? `${session} has 1 seat, and it is taken.`
        : `${session} has ${seats} seats, and all are taken.`,
    taken: (session) => `${session} has no free seats.`,
    decidedElsewhere: (session) => `${session} is at the same time as a place the organiser gave you.`,
    closed: (session) => `${session} is not open to you by a decision of the organiser. Do ask why.`,
    ruled: (session) => `${session} has free seats, but the plan as a whole would be worse.`,
    forbidden: {
      availability: (session) => `${session} is at a time at which you are not there.`,
      accessibility: (session) => `${session} is in a room with stairs.`,
      eligibility: (session) => `${session} is for other types of attendees.`,
      language: (session) => `${session} is in a language that is not among yours.`,
    },
    impossible: (session) => `${session} does not go together with what has been decided already.`,
    cancelled: (session) => `${session} is cancelled, because too few would come.`,
    behind: 'The plan is being worked on; its next edition is likely to give you this wish.',
    draw: 'Between you and others who were exactly equal, the draw decided.',
    others: 'A seat for you there would have made the plan worse for others than it now is for you.',
    fairness: 'Seats are given by the wishes of all together, with the same rules for everybody.',
  },
};

function tellPlace(instance: Instance, place: Place, words: Words): string {
  const slot = instance.event.timeSlots.find((one) => one.id === place.timeSlot);
  const session = nameById(instance, place.session);
  const outcome = {
    assigned: `${session}${words.rank(place.rank)}`,
    pinned: `${session}${words.decided}`,
    waitlisted: place.session === '' ? words.noSeat : words.waiting(session),
    nothing: words.noSeat,
    absent: words.absent,
  }[place.how];
  return `${slot === undefined ? '' : safeText(nameSlot(instance.event, slot))}  ${outcome}`;
}

function tellMissed(instance: Instance, wish: MissedWish, words: Words): readonly string[] {
  const theme = instance.event.themes.find((one) => one.id === wish.theme);
  const title = words.missed(safeText(inLanguage(theme?.title ?? {}, instance.language)));
  if (wish.givenToday) return [title, `  ${words.behind}`];
  const obstacles = wish.obstacles.map((one) => tellObstacle(one, nameById(instance, one.session), words));
  const drawn = wish.cost?.loss === undefined || wish.cost.loss.stage === 'lottery';
  const reason = wish.cost === undefined ? [] : [drawn ? words.draw : words.others];
  return [title, ...[...obstacles, ...reason].map((line) => `  ${line}`)];
}

function tellObstacle(obstacle: Obstacle, session: string, words: Words): string {
  switch (obstacle.kind) {
    case 'full':
      return words.full(session, obstacle.seats);
    case 'all-pinned':
      return words.taken(session);
    case 'free':
      return words.ruled(session);
    case 'forbidden':
      return (words.forbidden[obstacle.constraint] ?? words.closed)(session);
    case 'clash':
      return words.impossible(session);
    case 'cancelled':
      return words.cancelled(session);
    case 'excluded':
      return words.closed(session);
    case 'pinned-elsewhere':
      return words.decidedElsewhere(session);
  }
}

function nameById(instance: Instance, id: string): string {
  const session = instance.sessions.find((one) => one.id === id);
  return session === undefined ? '' : safeText(nameSession(instance, session));
}
