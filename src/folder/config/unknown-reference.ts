import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import { suggest } from './suggest.ts';

/** SOS305: something is named that there is not, with the nearest thing that there is. */
export function unknownReference(
  what: string,
  wanted: string,
  known: readonly string[],
  location: Problem['location'],
): Problem {
  const hint = suggest(wanted, known) ?? 'None is defined.';
  return problem('SOS305', `There is no ${what} "${wanted}".`, { location, hint });
}
