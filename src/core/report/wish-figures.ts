import type { PlacedPerson } from './places.ts';

/** What became of the wishes of some people: how many of their places in all time slots are of which kind. */
export interface WishFigures {
  /** Id of the attendee type; '' where it is unknown. */
  readonly type: string;
  readonly people: number;
  /** Seats that fulfil a wish, by rank: the first number is of rank 1. As long as the longest list of wishes. */
  readonly ranks: readonly number[];
  /** Seats in themes that were not wished for by people who wished for others, and seats of people without wishes. */
  readonly unwished: number;
  readonly indifferent: number;
  /** Time slots of people who are there and have no seat, and of people who are not there. */
  readonly unseated: number;
  readonly away: number;
}

/** One entry per attendee type that somebody has, as the event has them; the unknown last. */
export function figureWishes(
  people: readonly PlacedPerson[],
  types: readonly string[],
): readonly WishFigures[] {
  const longest = people.reduce((most, { attendee }) => Math.max(most, attendee.wishes.length), 0);
  const tallies = new Map([...types, ''].map((type) => [type, emptyTally(type, longest)]));
  for (const person of people) {
    const tally = tallies.get(person.attendee.type) ?? tallies.get('');
    if (tally !== undefined) count(tally, person);
  }
  return [...tallies.values()].filter((one) => one.people > 0);
}

/** Counted in place: a large event has hundreds of thousands of seats. */
type Tally = { -readonly [Key in keyof WishFigures]: WishFigures[Key] } & { readonly ranks: number[] };

function emptyTally(type: string, longest: number): Tally {
  const ranks = Array.from({ length: longest }, () => 0);
  return { type, people: 0, ranks, unwished: 0, indifferent: 0, unseated: 0, away: 0 };
}

function count(tally: Tally, { attendee, places }: PlacedPerson): void {
  tally.people += 1;
  for (const place of places) {
    if (place === 'away' || place === 'unseated') tally[place] += 1;
    else if (place.rank > 0 && place.rank <= tally.ranks.length) {
      tally.ranks[place.rank - 1] = (tally.ranks[place.rank - 1] ?? 0) + 1;
    } else tally[attendee.wishes.length > 0 ? 'unwished' : 'indifferent'] += 1;
  }
}
