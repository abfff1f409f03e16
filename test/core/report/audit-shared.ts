import { highs } from '../../../src/core/assign/engines/load-highs.ts';
import type { ReportFigures } from '../../../src/core/report/report-figures.ts';
import type { SharedFigures, SharedSeats, SharedWishes } from '../../../src/core/report/shared-figures.ts';
import type { Event } from '../../../src/model/event.ts';

/** All that a shared report can say of one person. */
interface Kind {
  readonly type: string;
  /** Title of the delegation; '' for none of those that are told. */
  readonly delegation: string;
  /** By time slot: a session, `unseated` or `away`, and the rank of the wish, 0 for none. */
  readonly places: readonly (readonly [place: string, rank: number])[];
}

interface Fact {
  readonly of: (kind: Kind) => number;
  readonly least: number;
  readonly most: number;
}

/**
 * What a reader with a solver would find out: the names of the groups of 1 to 4 people whose size follows from what a
 * shared report tells, together with what is public (seats). Every event that would give the same report is looked for:
 * unknown is how many people there are of each kind; a group whose size is the same in all of them is found out.
 */
export async function findOut(
  event: Event,
  figures: ReportFigures,
  shared: SharedFigures,
): Promise<string[]> {
  const kinds = listKinds(event, figures, shared);
  const facts = listFacts(event, shared);
  const solver = await highs();
  const constraints = facts.flatMap(({ of, least, most }, index) => {
    const terms = sumOf(kinds, of);
    if (terms === '') return [];
    return [
      ...(Number.isFinite(least) ? [`l${index}: ${terms} >= ${least}`] : []),
      ...(Number.isFinite(most) ? [`m${index}: ${terms} <= ${most}`] : []),
    ];
  });
  const bound = (sense: 'Maximize' | 'Minimize', group: Group): number => {
    const variables = kinds.map((_, index) => `x${index}`).join('\n ');
    const text = `${sense}\n ${sumOf(kinds, (kind) => Number(group.has(kind)))}\nSubject To\n${constraints.join('\n')}\nGeneral\n ${variables}\nEnd\n`;
    const { Status, ObjectiveValue } = solver.solve(text, { output_flag: false });
    if (Status !== 'Optimal' && Status !== 'Unbounded') throw new Error(`${Status}: ${group.name}`);
    return Status === 'Unbounded' ? Number.POSITIVE_INFINITY : Math.round(ObjectiveValue);
  };
  const people = kindsOf(figures, event, shared);
  return listGroups(kinds).flatMap((group) => {
    const size = people.filter(group.has).length;
    if (size < 1 || size > 4) return [];
    const isKnown = bound('Maximize', group) === size && bound('Minimize', group) === size;
    return isKnown ? [`${group.name}: ${size}`] : [];
  });
}

function sumOf(kinds: readonly Kind[], of: (kind: Kind) => number): string {
  return kinds
    .flatMap((kind, index) => {
      const count = of(kind);
      return count === 0 ? [] : [`${count < 0 ? '-' : '+'} ${Math.abs(count)} x${index}`];
    })
    .join('\n ');
}

function listKinds(event: Event, figures: ReportFigures, shared: SharedFigures): readonly Kind[] {
  const ranks = ranksOf(shared);
  const types = shared.types.flatMap((one) => one.ids);
  const delegations = [...shared.delegations.map((_, index) => `d${index}`), ''];
  const places = figures.flow.slots.map(({ timeSlot }) => [
    ...event.sessions
      .filter((one) => one.timeSlot === timeSlot)
      .flatMap(({ id }) => Array.from({ length: ranks + 1 }, (_, rank) => [id, rank] as const)),
    ['unseated', 0] as const,
    ['away', 0] as const,
  ]);
  const days = places.reduce<readonly (readonly (readonly [string, number])[])[]>(
    (before, slot) => before.flatMap((day) => slot.map((place) => [...day, place])),
    [[]],
  );
  return types.flatMap((type) =>
    delegations.flatMap((delegation) => days.map((day) => ({ type, delegation, places: day }))),
  );
}

function ranksOf({ wishes }: SharedFigures): number {
  return (wishes.kind === 'seats' ? wishes.all.ranks : wishes.ranks).length;
}

/** Everything that stands in the report, and nothing else. */
function listFacts(event: Event, shared: SharedFigures): readonly Fact[] {
  const exactly = (count: number, of: Fact['of']): Fact => ({ of, least: count, most: count });
  const told = (count: number | undefined, of: Fact['of']): readonly Fact[] =>
    count === undefined ? [] : [exactly(count, of)];
  const inGroup =
    (index: number) =>
    ({ type }: Kind): boolean =>
      shared.types[index]?.ids.includes(type) === true;
  const themeOf = new Map(event.sessions.map((one) => [one.id, one.theme]));
  const seatsAt = (rank: number) => (kind: Kind) =>
    kind.places.filter(([place, one]) => one === rank && themeOf.has(place)).length;
  const seatFacts = ({ ranks, rest }: SharedSeats, has: (kind: Kind) => boolean): readonly Fact[] => [
    ...ranks.flatMap((count, index) => told(count, (kind) => (has(kind) ? seatsAt(index + 1)(kind) : 0))),
    ...told(rest, (kind) => (has(kind) ? seatsAt(0)(kind) : 0)),
  ];
  const wished = (kind: Kind): number => kind.places.filter(([, one]) => one > 0).length;
  const wishFacts = (wishes: SharedWishes): readonly Fact[] =>
    wishes.kind === 'seats'
      ? [
          ...seatFacts(wishes.all, () => true),
          ...wishes.byType.flatMap((row, index) => seatFacts(row, inGroup(index))),
        ]
      : wishes.ranks.flatMap((percent, index) =>
          percent === undefined ? [] : aboutPercent(percent, seatsAt(index + 1), wished),
        );
  const isWhollyTold = (theme: string): boolean =>
    shared.slots.every((slot) =>
      slot.sessions.every((one) => themeOf.get(one.session) !== theme || one.seated !== undefined),
    );
  return [
    exactly(shared.people, () => 1),
    ...shared.types.map(({ people }, index) => exactly(people, (kind) => Number(inGroup(index)(kind)))),
    ...shared.slots.flatMap((slot, index) => {
      const at =
        (place: string) =>
        (kind: Kind): number =>
          Number(kind.places[index]?.[0] === place);
      const isAnyTold = [slot.unseated, slot.away, ...slot.sessions.map((one) => one.seated)].some(
        (one) => one !== undefined,
      );
      const atLeastOne = (count: number | undefined, place: string): readonly Fact[] =>
        count === undefined && isAnyTold ? [{ of: at(place), least: 1, most: Number.POSITIVE_INFINITY }] : [];
      return [
        ...told(slot.unseated, at('unseated')),
        ...told(slot.away, at('away')),
        ...atLeastOne(slot.unseated, 'unseated'),
        ...atLeastOne(slot.away, 'away'),
        ...slot.sessions.flatMap(({ session, seated, mix }) => [
          ...told(seated, at(session)),
          ...mix.flatMap((count, group) =>
            told(count, (kind) => (inGroup(group)(kind) ? at(session)(kind) : 0)),
          ),
          { of: at(session), least: 0, most: capacityOf(event, session, seated) },
        ]),
      ];
    }),
    ...wishFacts(shared.wishes),
    ...shared.delegations.flatMap(({ themes }, index) => {
      const isOf = (kind: Kind): boolean => kind.delegation === `d${index}`;
      return [
        { of: (kind: Kind) => Number(isOf(kind)), least: 5, most: Number.POSITIVE_INFINITY },
        // In a theme with a withheld session it is never told, so that no mark says nothing.
        ...themes
          .filter(({ theme, isReached }) => isReached || isWhollyTold(theme))
          .map(({ theme, isReached }) => ({
            of: (kind: Kind) =>
              Number(isOf(kind) && kind.places.some(([place]) => themeOf.get(place) === theme)),
            least: isReached ? 5 : 0,
            most: isReached ? Number.POSITIVE_INFINITY : 4,
          })),
      ];
    }),
  ];
}

/** Rounded to whole per cent of a number that is not told. */
function aboutPercent(percent: number, part: Fact['of'], whole: Fact['of']): readonly Fact[] {
  return [
    {
      of: (kind) => 200 * part(kind) - (2 * percent - 1) * whole(kind),
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
    {
      of: (kind) => 200 * part(kind) - (2 * percent + 1) * whole(kind),
      least: Number.NEGATIVE_INFINITY,
      most: 0,
    },
  ];
}

function capacityOf(event: Event, session: string, seated: number | undefined): number {
  return Math.max(event.sessions.find((one) => one.id === session)?.capacity ?? 0, seated ?? 0);
}

interface Group {
  readonly name: string;
  readonly has: (kind: Kind) => boolean;
}

/** Groups that somebody may ask for: by type, place, delegation and rank, and by two of these. */
function listGroups(kinds: readonly Kind[]): readonly Group[] {
  const values = (of: (kind: Kind) => readonly string[]): readonly string[] => [
    ...new Set(kinds.flatMap(of)),
  ];
  const traits = (kind: Kind): readonly string[] => [
    `type ${kind.type}`,
    `delegation ${kind.delegation}`,
    ...kind.places.map(([place], slot) => `slot ${slot} ${place}`),
    ...kind.places.map(([, rank], slot) => `slot ${slot} rank ${rank}`),
  ];
  const known = new Map(kinds.map((kind) => [JSON.stringify(kind), new Set(traits(kind))]));
  const single = values(traits);
  const hasAll =
    (...wanted: readonly string[]) =>
    (kind: Kind): boolean => {
      const own = known.get(JSON.stringify(kind));
      return own !== undefined && wanted.every((one) => own.has(one));
    };
  return [
    ...single.map((one) => ({ name: one, has: hasAll(one) })),
    ...single.flatMap((one, index) =>
      single.slice(index + 1).map((other) => ({ name: `${one}, ${other}`, has: hasAll(one, other) })),
    ),
  ];
}

function kindsOf(figures: ReportFigures, event: Event, shared: SharedFigures): readonly Kind[] {
  const types = new Set(event.attendeeTypes.map((one) => one.id));
  const told = figures.delegations.filter((one) => one.members.length >= 5);
  const ranks = ranksOf(shared);
  return figures.people.map(({ attendee, places }) => {
    const index = told.findIndex((one) => one.members.some((member) => member.id === attendee.id));
    return {
      type: types.has(attendee.type) ? attendee.type : '',
      delegation: index < 0 ? '' : `d${index}`,
      places: places.map((place): readonly [string, number] =>
        typeof place === 'string' ? [place, 0] : [place.session, place.rank <= ranks ? place.rank : 0],
      ),
    };
  });
}
