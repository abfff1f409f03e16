import type { Pin } from '../../model/placement.ts';
import { costRank, type Instance, seatsOf } from '../assign/instance.ts';
import type { Cost, Obstacle, Question } from './missed-wish.ts';
import { keepRules, withoutPins, withSeats } from './variants.ts';

/** A change of the event, from the smallest to the largest. */
export type Change =
  | { readonly kind: 'seats'; readonly session: string; readonly more: number }
  | { readonly kind: 'without-pin'; readonly pin: Pin }
  | { readonly kind: 'without-others-pins'; readonly session: string; readonly pins: number }
  | { readonly kind: 'without-rule'; readonly rule: string };

/**
 * The first of these changes under which the attendee gets the theme and loses nothing that they wished as much: the
 * decision about the attendee themselves, one more seat, pins of others there, a rule, several more seats. Each is
 * solved; nothing is inferred.
 */
export async function findChange(
  question: Question,
  theme: string,
  obstacles: readonly Obstacle[],
  cost: Cost | undefined,
): Promise<{ readonly change: Change | undefined; readonly tried: readonly Change[] }> {
  const tried: Change[] = [];
  const helps = async (change: Change): Promise<boolean> => {
    const tweak = change.kind === 'seats' ? change : undefined;
    const plan = await question.solve(applyChange(question.instance, change), tweak);
    if (gives(question, theme, seatsOf(plan.placements))) return true;
    tried.push(change);
    return false;
  };
  for (const change of listChanges(question.instance, obstacles, cost)) {
    if (await helps(change)) return { change, tried };
  }
  const full = fullSessions(obstacles);
  const session = full.find((one) => one === cost?.session) ?? full[0];
  const change = session === undefined ? undefined : await growUntil(question, session, helps);
  return { change, tried };
}

/**
 * So many seats more in a session that they help while one less does not: twice as many each time until they help, then
 * by halving, because few are enough as a rule. Undefined where not even half as many again help: no room is so much
 * larger.
 */
async function growUntil(
  { instance }: Question,
  session: string,
  helps: (change: Change) => Promise<boolean>,
): Promise<Change | undefined> {
  const capacity = instance.sessions.find((one) => one.id === session)?.capacity ?? 0;
  const most = Math.min(instance.attendees.length, Math.max(Math.ceil(capacity / 2), FEW_SEATS));
  const seats = (more: number): Change => ({ kind: 'seats', session, more });
  if (most <= 1 || !(await helps(seats(most)))) return undefined;
  let [tooFew, enough] = [1, 2]; // doubling and halving change both
  while (enough < most && !(await helps(seats(enough))))
    [tooFew, enough] = [enough, Math.min(2 * enough, most)];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (await helps(seats(middle))) enough = middle;
    else tooFew = middle;
  }
  return seats(enough);
}

/** So many more are tried in a small session, too. */
const FEW_SEATS = 16;

/** The event after a change; pins of others are those of the session named. */
export function applyChange(instance: Instance, change: Change): Instance {
  switch (change.kind) {
    case 'seats':
      return withSeats(instance, change.session, change.more);
    case 'without-pin':
      return withoutPins(instance, (one) => one.pin === change.pin);
    case 'without-others-pins':
      return withoutPins(
        instance,
        (one) => one.pin.kind === 'pin' && one.sessions.some((other) => other.id === change.session),
      );
    case 'without-rule':
      return keepRules(instance, (id) => id !== change.rule);
  }
}

function listChanges(
  instance: Instance,
  obstacles: readonly Obstacle[],
  cost: Cost | undefined,
): readonly Change[] {
  const own = obstacles.flatMap((one) => {
    if (one.kind === 'clash') return one.pins;
    return one.kind === 'excluded' || one.kind === 'pinned-elsewhere' ? [one.pin] : [];
  });
  const full = fullSessions(obstacles);
  const pinned = full.flatMap((session): Change[] => {
    const pins = instance.pins.filter(
      (one) => one.pin.kind === 'pin' && one.sessions.some((other) => other.id === session),
    ).length;
    return pins === 0 ? [] : [{ kind: 'without-others-pins', session, pins }];
  });
  const standing = obstacles.flatMap((one) => {
    if (one.kind === 'clash') return one.broken.map(({ rule }) => rule);
    return one.kind === 'forbidden' ? [one.rule] : [];
  });
  const bent = cost?.violations.map((one) => one.rule) ?? [];
  const rules = [...new Set([...standing, ...bent])].filter((rule) => rule !== '');
  return [
    ...[...new Set(own)].map((pin): Change => ({ kind: 'without-pin', pin })),
    ...full.map((session): Change => ({ kind: 'seats', session, more: 1 })),
    ...pinned,
    ...rules.map((rule): Change => ({ kind: 'without-rule', rule })),
  ];
}

function fullSessions(obstacles: readonly Obstacle[]): readonly string[] {
  return obstacles.flatMap((one) => (one.kind === 'full' || one.kind === 'all-pinned' ? [one.session] : []));
}

function gives(
  { instance, attendee, best }: Question,
  theme: string,
  seats: readonly { readonly attendee: string; readonly session: string }[],
): boolean {
  const themes = new Map(instance.sessions.map((one) => [one.id, one.theme]));
  const own = (all: typeof seats): string[] =>
    all.flatMap((one) => (one.attendee === attendee.id ? (themes.get(one.session) ?? []) : []));
  const now = own(seats);
  const rank = costRank(attendee, theme);
  const kept = own(seatsOf(best.placements)).every(
    (one) => costRank(attendee, one) > rank || now.includes(one) || attendee.wishes.length === 0,
  );
  return now.includes(theme) && kept;
}
