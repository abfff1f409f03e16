import { closest, distance } from 'fastest-levenshtein';

/** "Did you mean ...?" where one of the known words is near, else the list of them, else nothing to say. */
export function suggest(wanted: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = wanted.toLowerCase();
  const nearest = closest(
    lower,
    known.map((one) => one.toLowerCase()),
  );
  const changes = distance(lower, nearest);
  const isNear = changes < wanted.length && changes <= Math.ceil(wanted.length / 3);
  const meant = known.find((one) => one.toLowerCase() === nearest);
  return isNear && meant !== undefined
    ? `Did you mean "${meant}"?`
    : `Known here: ${[...new Set(known)].join(', ')}.`;
}
