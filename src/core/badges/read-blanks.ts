import { failure } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { nameKey } from '../organisations/unify-organisation.ts';

/** More blank badges than this in one run are a slip of the finger. */
const MOST = 10_000;

/**
 * What `--blank` asks for: `20`, or `teacher=5` with the id or title of an attendee type (type '' for none). Throws
 * SOS547.
 */
export function readBlanks(
  wanted: readonly string[],
  event: Event,
): readonly { readonly type: string; readonly count: number }[] {
  return wanted.map((text) => {
    const [, name, digits = ''] = /^(?:(.+)=)?(\d+)$/.exec(text.trim()) ?? [];
    const count = Number(digits);
    if (digits === '' || count === 0 || count > MOST) {
      throw failure('SOS547', `--blank "${text}" is no number from 1 to ${MOST}.`, { hint: HINT });
    }
    return { type: name === undefined ? '' : requireType(name, event), count };
  });
}

const HINT = 'For example: --blank 20, or of one attendee type: --blank teacher=5.';

function requireType(name: string, { attendeeTypes }: Event): string {
  const key = nameKey(name);
  const found = attendeeTypes.find((one) =>
    [one.id, ...Object.values(one.title), ...one.aliases].some((spelling) => nameKey(spelling) === key),
  );
  if (found !== undefined) return found.id;
  const known = attendeeTypes.map((one) => `${one.id} (${inLanguage(one.title, 'en')})`).join(', ');
  throw failure('SOS547', `--blank "${name}=...": there is no such attendee type.`, {
    hint: known === '' ? HINT : `The attendee types are ${known}.`,
  });
}
