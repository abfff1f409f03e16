import type { Instance } from '../../../core/assign/instance.ts';
import type { Count, Effect, SessionExplanation, Waiting } from '../../../core/explain/session.ts';
import { safeText } from '../safe-text.ts';
import type { Line } from './explanation.ts';
import { type Names, ordinal, plural } from './names.ts';

/** People who are named before the rest is counted. */
const MOST_MOVES = 5;

/** Who sits in a session, who waits and why in this order, what a seat more or less would change. */
export function describeSession(
  instance: Instance,
  explanation: SessionExplanation,
  names: Names,
): readonly Line[] {
  const { session, seats, seated, pinned, byType, byDelegation, byRank, queue } = explanation;
  const nameRank = (of: string): string => (of === '0' ? 'not on their list' : `${ordinal(Number(of))} wish`);
  return [
    { text: names.session(session), style: 'title' },
    {
      text: `  ${seated} of ${plural(seats, 'seat', 'seats')} taken${pinned === 0 ? '' : `, ${pinned} by your pins`}`,
    },
    ...counts('Wished', byRank, nameRank),
    ...counts('Types', byType, (of) => (of === '' ? 'no type' : names.type(of))),
    ...counts('Delegations', byDelegation, names.delegation),
    { text: '' },
    ...describeQueue(queue, names),
    { text: '' },
    ...describeEffect('One more seat', explanation.oneMore, names),
    ...(explanation.oneLess === undefined
      ? [
          {
            text:
              seats === 0
                ? 'One seat less: there is none.'
                : 'One seat less: your pins take all seats, so a pin would have to go.',
            indent: '  ',
          },
        ]
      : describeEffect('One seat less', explanation.oneLess, names)),
    ...roomNote(instance, explanation),
  ];
}

function counts(title: string, of: readonly Count[], name: (of: string) => string): readonly Line[] {
  if (of.length === 0) return [];
  const list = of.map((one) => `${one.people} ${name(one.of)}`).join(', ');
  return [{ text: `  ${`${title}:`.padEnd(13)}${list}`, indent: ' '.repeat(15) }];
}

function describeQueue(queue: readonly Waiting[], names: Names): readonly Line[] {
  if (queue.length === 0) return [{ text: 'Nobody waits.' }];
  const why = ({ behindBy, rank, registeredAt }: Waiting): string => {
    const wish = rank === 0 ? 'not on the list' : `${ordinal(rank)} wish`;
    const since = registeredAt === '' ? '' : `, registered ${safeText(registeredAt)}`;
    const behind = {
      rank: '; wished it less than the one before',
      registration: '; registered after the one before',
      draw: '; behind the one before by the draw',
    };
    return `${wish}${since}${behindBy === undefined ? '' : behind[behindBy]}`;
  };
  return [
    { text: 'Waitlist', style: 'title' },
    ...queue.map((one, index) => ({
      text: `  ${index + 1}. ${names.person(one.attendee)} (${why(one)})`,
      indent: '     ',
    })),
  ];
}

function describeEffect(title: string, effect: Effect, names: Names): readonly Line[] {
  const { moves, unseatedBefore, unseatedAfter, bentBefore, bentAfter } = effect;
  const better = moves.filter((one) => one.worseBy < 0).length;
  const worse = moves.filter((one) => one.worseBy > 0).length;
  if (moves.length === 0) return [{ text: `${title} would change nothing.` }];
  const facts = [
    `${plural(moves.length, 'person', 'people')} would sit elsewhere, ${better} better and ${worse} worse off`,
    ...(unseatedAfter === unseatedBefore ? [] : [`seats missing ${unseatedAfter}, now ${unseatedBefore}`]),
    ...(bentAfter === bentBefore ? [] : [`rules bent by ${bentAfter}, now ${bentBefore}`]),
  ];
  const list = (ids: readonly string[]): string => ids.map(names.session).join(' and ') || 'no seat';
  const rest = moves.length - MOST_MOVES;
  return [
    { text: `${title}: ${facts.join('; ')}.`, indent: '  ' },
    ...moves.slice(0, MOST_MOVES).map(({ attendee, from, to }) => ({
      text: `  ${names.person(attendee)}: ${list(to)} in place of ${list(from)}`,
      indent: '    ',
    })),
    ...(rest > 0 ? [{ text: `  and ${rest} more; --json lists every one` }] : []),
  ];
}

function roomNote({ event }: Instance, { session, seats }: SessionExplanation): readonly Line[] {
  const room = event.rooms.find((one) => one.id === event.sessions.find(({ id }) => id === session)?.room);
  return room === undefined || seats < room.capacity
    ? []
    : [{ text: `Its room holds ${room.capacity}: one more seat means another room.`, indent: '  ' }];
}
