import type { Instance } from '../../../core/assign/instance.ts';
import type { AttendeeExplanation, Place } from '../../../core/explain/attendee.ts';
import type { MissedWish, Obstacle } from '../../../core/explain/missed-wish.ts';
import type { Change } from '../../../core/explain/smallest-change.ts';
import type { Pin } from '../../../model/placement.ts';
import { safeText } from '../safe-text.ts';
import { describeCost } from './cost.ts';
import type { Line } from './explanation.ts';
import { type Names, ordinal, plural } from './names.ts';

/** Where an attendee sits and, for every better wish, what stood in the way and what would have given it. */
export function describeAttendee(
  instance: Instance,
  explanation: AttendeeExplanation,
  names: Names,
): readonly Line[] {
  const { attendee, wishes, places, missed } = explanation;
  const list = wishes.map((tied) => tied.map(names.theme).join(' = ')).join(' > ');
  return [
    { text: names.person(attendee), style: 'title' },
    { text: `Wishes: ${list || 'none stated; seated where there is room'}`, indent: '        ' },
    ...places.map((place) => describePlace(place, wishes.length > 0, names)),
    ...(missed.length === 0 && places.every((one) => one.how !== 'waitlisted' && one.how !== 'nothing')
      ? [{ text: '' }, { text: 'No better wish was left out.', style: 'good' as const }]
      : []),
    ...missed.flatMap((wish) => describeMissed(instance, explanation, wish, names)),
  ];
}

function describePlace(place: Place, hasWishes: boolean, names: Names): Line {
  const { timeSlot, session, how, rank, reason, hadElsewhere } = place;
  const wish = rank > 0 ? `${ordinal(rank)} wish` : hasWishes ? 'not on the list' : 'no wishes stated';
  const why = reason === '' ? '' : `: ${safeText(reason)}`;
  const elsewhere = hadElsewhere.map((one) => `${names.theme(one.theme)} is at ${names.slot(one.timeSlot)}`);
  const twice = elsewhere.length === 0 ? '' : `; ${elsewhere.join(', ')}, and nobody gets a theme twice`;
  const outcome = {
    assigned: `${names.session(session)} (${wish}${twice})`,
    pinned: `${names.session(session)} (pinned by you${why})`,
    waitlisted:
      session === '' ? 'no seat, and no session to wait for' : `waits for ${names.session(session)}`,
    absent: 'not there at that time, so needs no seat',
    nothing: 'no place in this plan: the person came after it was made',
  }[how];
  return { text: `  ${names.slot(timeSlot)}  ${outcome}`, indent: '         ' };
}

function describeMissed(
  instance: Instance,
  { criterion }: AttendeeExplanation,
  wish: MissedWish,
  names: Names,
): readonly Line[] {
  const which = wish.rank === 0 ? 'not a wish' : `${ordinal(wish.rank)} wish`;
  const title: readonly Line[] = [
    { text: '' },
    { text: `Why not ${names.theme(wish.theme)} (${which})?`, style: 'title' },
  ];
  if (wish.givenToday) {
    return [
      ...title,
      { text: '  The plan of today gives it: run `sosent assign`.', indent: '  ', style: 'good' },
    ];
  }
  if (wish.obstacles.length === 0) {
    return [...title, { text: '  No time slot has a session of this theme.', indent: '  ' }];
  }
  return [
    ...title,
    ...wish.obstacles.map((one) => describeObstacle(one, names)),
    ...(wish.cost === undefined ? [] : describeCost(instance, criterion, wish.cost, names)),
    describeChange(instance, wish, names),
  ];
}

function describeObstacle(obstacle: Obstacle, names: Names): Line {
  const session = names.session(obstacle.session);
  const told = (text: string): Line => ({ text: `  ${session} ${text}`, indent: '    ' });
  switch (obstacle.kind) {
    case 'full': {
      const pinned = obstacle.pinned === 0 ? '' : `, ${obstacle.pinned} of them pinned by you`;
      return told(
        `is full: ${plural(obstacle.seats, 'seat', 'seats')}${pinned}; ${obstacle.wishedAsMuch} of those there wished it as much or more.`,
      );
    }
    case 'all-pinned':
      return told(
        obstacle.seats === 0
          ? 'has no seats.'
          : `has ${plural(obstacle.seats, 'seat', 'seats')}, and your pins take all.`,
      );
    case 'free':
      return told(`has ${plural(obstacle.free, 'free seat', 'free seats')}; seats are not the obstacle.`);
    case 'forbidden': {
      const rule = obstacle.rule === '' ? '' : ` (rule ${safeText(obstacle.rule)})`;
      return told(`${BANS[obstacle.constraint] ?? 'is not open to them'}${rule}.`);
    }
    case 'clash':
      return told(
        `cannot be given whatever others get: ${obstacle.broken.map((one) => safeText(one.message)).join(' ')}`,
      );
    case 'cancelled':
      return told('is cancelled, because too few would come.');
    case 'excluded':
      return told(`is closed to them by ${namePin(obstacle.pin)}.`);
    case 'pinned-elsewhere':
      return told(`is at the time of ${namePin(obstacle.pin)} to ${names.session(obstacle.pin.session)}.`);
  }
}

/** Why nobody like the attendee sits in a session, by the id of the constraint. */
const BANS: Readonly<Record<string, string>> = {
  availability: 'is at a time at which they are not there',
  accessibility: 'is in a room with stairs, and they need one without',
  eligibility: 'is not for their attendee type',
  language: 'is in a language that they do not understand',
};

const PINS: Readonly<Record<Pin['kind'], string>> = {
  pin: 'your pin',
  exclude: 'your exclusion',
  together: 'their place in a group that sits together',
  apart: 'their place in a group that is kept apart',
  absent: 'their absence',
  'step-free': 'their need of a room without stairs',
};

function namePin({ kind, line, reason }: Pin): string {
  return `${PINS[kind]} (data/pins.csv:${line}${reason === '' ? '' : `, "${safeText(reason)}"`})`;
}

function describeChange(instance: Instance, { change, tried }: MissedWish, names: Names): Line {
  if (change !== undefined) {
    const short = change.kind === 'seats' && change.more > 1 ? `; ${change.more - 1} more would not` : '';
    return {
      text: `  Would give it: ${nameChange(instance, change, names)}${short}.`,
      indent: '    ',
      style: 'good',
    };
  }
  if (tried.length === 0) return { text: '  No small change was found to try.', indent: '    ' };
  return {
    text: `  Would not give it, each solved: ${nameTried(tried, names).join('; ')}.`,
    indent: '    ',
    style: 'bad',
  };
}

/** Changes that failed, those of one kind in one part. */
function nameTried(tried: readonly Change[], names: Names): readonly string[] {
  const seats = tried.flatMap((change) => (change.kind === 'seats' ? [change] : []));
  const one = seats.filter(({ more }) => more === 1).map(({ session }) => names.session(session));
  const many = seats.filter(({ more }) => more > 1);
  const pinned = tried.flatMap((one) =>
    one.kind === 'without-others-pins' ? [names.session(one.session)] : [],
  );
  const single = tried.flatMap((one) => {
    if (one.kind === 'without-pin') return [`taking out ${namePin(one.pin)}`];
    return one.kind === 'without-rule' ? [`dropping the rule ${safeText(one.rule)}`] : [];
  });
  return [
    ...single,
    ...(one.length === 0 ? [] : [`one more seat in ${one.join(' or ')}`]),
    ...many.map(({ more, session }) => `even ${more} more seats in ${names.session(session)}`),
    ...(pinned.length === 0 ? [] : [`taking out the pins to ${pinned.join(' or to ')}`]),
  ];
}

function nameChange(instance: Instance, change: Change, names: Names): string {
  switch (change.kind) {
    case 'seats': {
      const more = change.more === 1 ? 'one more seat' : `${change.more} more seats`;
      const session = instance.sessions.find((one) => one.id === change.session);
      const room = instance.event.rooms.find((one) => one.id === session?.room);
      const needed = (session?.capacity ?? 0) + change.more;
      const tight = room !== undefined && needed > room.capacity ? ` (its room holds ${room.capacity})` : '';
      return `${more} in ${names.session(change.session)}${tight}`;
    }
    case 'without-pin':
      return `taking out ${namePin(change.pin)}`;
    case 'without-others-pins':
      return `taking out the ${plural(change.pins, 'pin', 'pins')} to ${names.session(change.session)}`;
    case 'without-rule':
      return `dropping the rule ${safeText(change.rule)}`;
  }
}
