import { failure } from '../../errors.ts';
import type { Event, Rules } from '../../model/event.ts';
import type { FindingCode } from '../../model/finding.ts';
import type { LocalText } from '../../model/text.ts';
import type { BreakableId } from '../../model/violation.ts';
import { slotsInOrder } from '../order.ts';
import type { DietaryFigure } from './dietary-figures.ts';
import type { PlacedPerson } from './places.ts';
import type { Method, ReportFigures } from './report-figures.ts';
import { isSmall, SMALL, withholdCells, withholdParts } from './suppress.ts';
import { groupTypes, type TypeGroup } from './type-groups.ts';

/** A number of people; undefined where it is small, or would give a small one away. */
export type Told = number | undefined;

/**
 * What may be told to others: no names, no numbers of 1 to 4 people, and nothing from which one could be computed. How
 * it is kept so: each table falls into the same known parts (attendee types of at least five, sessions of a time slot),
 * and the tables hang together by those parts only, like leaves on a stem: mix and wishes by the attendee type. Withholding
 * is then right for all as soon as it is right for each. Flow and delegations would close circles: numbers of the flow
 * follow from the mix of two time slots, so that it is left out; of delegations only is told where at least five are.
 */
export interface SharedFigures {
  readonly people: number;
  /** Those with fewer than five people stand together. */
  readonly types: readonly TypeGroup[];
  readonly slots: readonly SharedSlot[];
  readonly wishes: SharedWishes;
  readonly delegations: readonly SharedDelegation[];
  readonly dietary: readonly DietaryFigure[];
  /** Rules that are bent, each once. */
  readonly rules: readonly SharedRule[];
  /** Codes of what `sosent check` finds, each once. */
  readonly findings: readonly FindingCode[];
  readonly method: Method | undefined;
}

/**
 * Where everybody has a seat all day: seats of all and of each type, by rank. Else it would say how many of a type have a
 * seat, and numbers of the mix, or of those without a seat, would follow; then whole per cent of the seats that fulfil
 * any wish, by rank, whose number is not told.
 */
export type SharedWishes =
  | { readonly kind: 'seats'; readonly all: SharedSeats; readonly byType: readonly SharedSeats[] }
  | { readonly kind: 'percent'; readonly ranks: readonly Told[] };

/** Seats by the rank of the wish that they fulfil, and those that fulfil none. */
export interface SharedSeats {
  readonly ranks: readonly Told[];
  readonly rest: Told;
}

export interface SharedSlot {
  readonly timeSlot: string;
  readonly sessions: readonly SharedSession[];
  readonly unseated: Told;
  readonly away: Told;
}

export interface SharedSession {
  readonly session: string;
  readonly seated: Told;
  /** By type, in their order; empty where `seated` is not told. */
  readonly mix: readonly Told[];
}

export interface SharedDelegation {
  readonly title: LocalText;
  /**
   * Themes that have sessions, as the event has them, and whether at least five of the delegation sit there; if not, it
   * may also be that it is not told.
   */
  readonly themes: readonly { readonly theme: string; readonly isReached: boolean }[];
}

export interface SharedRule {
  readonly constraint: BreakableId;
  /** Id of the rule in sosent.yaml; '' for what always holds, and for groups that stand in data/pins.csv. */
  readonly rule: string;
  readonly hard: boolean;
}

/** Throws SOS581 where fewer than five people are coming. */
export function shareFigures(event: Event, figures: ReportFigures): SharedFigures {
  const { people } = figures;
  if (people.length < SMALL) {
    throw failure('SOS581', `Fewer than ${SMALL} people are coming; a shared report could tell nothing.`, {
      hint: '`sosent export report` writes the report with all numbers, for those who plan the day.',
    });
  }
  const known = new Set(event.attendeeTypes.map((one) => one.id));
  const typeOf: TypeOf = ({ attendee }) => (known.has(attendee.type) ? attendee.type : '');
  const types = groupTypes(people.map(typeOf));
  const slots = slotsInOrder(event).map(({ id }, index) =>
    shareSlot({ id, index, sessions: event.sessions.filter((one) => one.timeSlot === id) }, figures, {
      types,
      typeOf,
    }),
  );
  const isEverybodySeated = slots.every((one) => one.unseated === 0 && one.away === 0);
  return {
    people: people.length,
    types,
    slots,
    wishes: isEverybodySeated ? shareSeats(figures, types) : sharePercent(figures),
    delegations: shareDelegations(event, figures, slots),
    dietary: shareDiets(figures.dietary, people.length),
    rules: shareRules(event.rules, figures),
    findings: [...new Set(figures.findings.map((one) => one.code))],
    method: figures.method,
  };
}

/** Id of a known attendee type, or ''. */
type TypeOf = (person: PlacedPerson) => string;

/** Everybody is in one of the sessions, without a seat, or away: the parts of a whole. */
function shareSlot(
  {
    id,
    index,
    sessions,
  }: { readonly id: string; readonly index: number; readonly sessions: Event['sessions'] },
  { people }: ReportFigures,
  { types, typeOf }: { readonly types: readonly TypeGroup[]; readonly typeOf: TypeOf },
): SharedSlot {
  const placeOf = ({ places }: PlacedPerson): string => {
    const place = places[index];
    return place === undefined || typeof place === 'string' ? (place ?? 'away') : `session ${place.session}`;
  };
  const groupOf = new Map(types.flatMap(({ ids }, group) => ids.map((id) => [id, group] as const)));
  const counts = new Map<string, number[]>();
  for (const one of people) {
    const key = placeOf(one);
    const row = counts.get(key) ?? types.map(() => 0);
    counts.set(key, row);
    const group = groupOf.get(typeOf(one)) ?? 0;
    row[group] = (row[group] ?? 0) + 1;
  }
  const mixOf = (key: string): readonly number[] => counts.get(key) ?? types.map(() => 0);
  const total = (key: string): number => mixOf(key).reduce((sum, one) => sum + one, 0);
  const keys = [...sessions.map((one) => `session ${one.id}`), 'unseated', 'away'];
  const withheld = withholdParts(
    keys.map((key, at) => {
      const most = sessions[at]?.capacity ?? Number.POSITIVE_INFINITY;
      return { count: total(key), most: Math.max(most, total(key)), least: at < sessions.length ? 0 : 1 };
    }),
  );
  const told = (at: number): Told => (withheld[at] === true ? undefined : total(keys[at] ?? ''));
  const shown = keys.slice(0, sessions.length).filter((_, at) => told(at) !== undefined);
  const rest = types.map((type, group) =>
    shown.reduce((left, key) => left - (mixOf(key)[group] ?? 0), type.people),
  );
  const cells = [...shown.map(mixOf), rest];
  const hidden = withholdCells(cells, new Set([shown.length]));
  return {
    timeSlot: id,
    sessions: sessions.map((session, at) => {
      const row = shown.indexOf(`session ${session.id}`);
      return {
        session: session.id,
        seated: told(at),
        mix: (row < 0 ? [] : (cells[row] ?? [])).map((count, group) =>
          hidden[row]?.[group] === true ? undefined : count,
        ),
      };
    }),
    unseated: told(sessions.length),
    away: told(sessions.length + 1),
  };
}

/** Ranks that are told in all, and all other seats as the last column. */
function shareSeats({ wishes }: ReportFigures, types: readonly TypeGroup[]): SharedWishes {
  const longest = wishes[0]?.ranks.length ?? 0;
  const rows = types.map(({ ids }) => {
    const own = wishes.filter((one) => ids.includes(one.type));
    const sum = (of: (row: (typeof own)[number]) => number): number =>
      own.reduce((total, one) => total + of(one), 0);
    return [
      ...Array.from({ length: longest }, (_, rank) => sum((row) => row.ranks[rank] ?? 0)),
      sum((row) => row.unwished + row.indifferent),
    ];
  });
  const columns = Array.from({ length: longest + 1 }, (_, at) =>
    rows.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  const withheld = withholdParts(
    columns.map((count) => ({ count, most: Number.POSITIVE_INFINITY, least: 0 as const })),
  );
  const shown = columns.flatMap((_, at) => (withheld[at] === true || at === longest ? [] : [at]));
  const isRestTold = withheld.every((one) => !one);
  const cells = rows.map((row) => [
    ...shown.map((at) => row[at] ?? 0),
    row.reduce((sum, count, at) => (shown.includes(at) ? sum : sum + count), 0),
  ]);
  const hidden = withholdCells(cells);
  const tell = (counts: readonly number[], isTold: (column: number) => boolean): SharedSeats => ({
    ranks: Array.from({ length: longest }, (_, rank) => {
      const column = shown.indexOf(rank);
      return column >= 0 && isTold(column) ? counts[column] : undefined;
    }),
    rest: isRestTold && isTold(shown.length) ? counts[shown.length] : undefined,
  });
  return {
    kind: 'seats',
    all: tell([...shown.map((at) => columns[at] ?? 0), columns[longest] ?? 0], () => true),
    byType: cells.map((row, index) => tell(row, (column) => hidden[index]?.[column] !== true)),
  };
}

function sharePercent({ summary: { ranks } }: ReportFigures): SharedWishes {
  const total = ranks.reduce((sum, one) => sum + one.seats, 0);
  const withheld = withholdParts(
    ranks.map(({ seats }) => ({ count: seats, most: Number.POSITIVE_INFINITY, least: 0 })),
  );
  return {
    kind: 'percent',
    ranks: ranks.map(({ seats }, at) =>
      withheld[at] === true ? undefined : Math.round((seats / Math.max(1, total)) * 100),
    ),
  };
}

/** In a theme with a session that is withheld, five of a delegation could be all that its room lacks to be known. */
function shareDelegations(
  event: Event,
  { delegations }: ReportFigures,
  slots: readonly SharedSlot[],
): readonly SharedDelegation[] {
  const withheld = new Set(
    slots.flatMap((slot) => slot.sessions.flatMap((one) => (one.seated === undefined ? [one.session] : []))),
  );
  const isTold = (theme: string): boolean =>
    event.sessions.every((one) => one.theme !== theme || !withheld.has(one.id));
  return delegations
    .filter((one) => one.members.length >= SMALL)
    .map(({ title, themes }) => ({
      title,
      themes: themes.map(({ theme, people }) => ({ theme, isReached: people >= SMALL && isTold(theme) })),
    }));
}

/** What at least five people wrote; the least frequent is left out where all others would be known to be few. */
function shareDiets(diets: readonly DietaryFigure[], people: number): readonly DietaryFigure[] {
  const told = diets.filter((one) => one.people >= SMALL);
  const others = (): number => told.reduce((left, one) => left - one.people, people);
  while (isSmall(others())) told.pop();
  return told;
}

function shareRules(rules: Rules, { summary }: ReportFigures): readonly SharedRule[] {
  const lists = [rules.spread, rules.mix, rules.eligibility, rules.together, rules.apart, rules.notAlone];
  const known = new Set([...lists.flat(), ...rules.topWishes].map((one) => one.id));
  const found = new Map<string, SharedRule>();
  for (const { constraint, rule, hard } of summary.violations) {
    const shared = { constraint, rule: known.has(rule) ? rule : '', hard };
    found.set(JSON.stringify(shared), shared);
  }
  return [...found.values()];
}
