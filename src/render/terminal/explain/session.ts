import type { Instance } from '../../../core/assign/instance.ts';
import type { Count, SessionExplanation, Waiting } from '../../../core/explain/session.ts';
import { safeText } from '../safe-text.ts';
import { describeEffect } from './effect.ts';
import type { Line } from './explanation.ts';
import { type Names, ordinal, plural } from './names.ts';

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
    ...(explanation.cancelled
      ? [{ text: '  Cancelled by the plan: too few would come.', style: 'bad' as const }]
      : []),
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
      published: '; was published behind the one before',
      priority: '; in a later priority class than the one before',
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

function roomNote({ event }: Instance, { session, seats }: SessionExplanation): readonly Line[] {
  const room = event.rooms.find((one) => one.id === event.sessions.find(({ id }) => id === session)?.room);
  return room === undefined || seats < room.capacity
    ? []
    : [{ text: `Its room holds ${room.capacity}: one more seat means another room.`, indent: '  ' }];
}
