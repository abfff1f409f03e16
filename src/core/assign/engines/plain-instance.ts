import type { PinKind } from '../../../model/placement.ts';
import type { Instance } from '../instance.ts';
import type { RankCriterion } from '../rank-stages.ts';

/** What engines for plain instances are asked for: no published plan, and no list of the organiser's own. */
export interface PlainDraw {
  readonly criterion: RankCriterion;
  readonly seed: string;
}

/** Rules that couple nobody; any other that is set may, also one that is invented after this was written. */
const HARMLESS = ['criterion', 'seed'];

/** Pins that are about the seats of one person, and no more. */
const SINGLE: readonly PinKind[] = ['pin', 'exclude'];

/** Whether people are coupled by nothing but the seats, and perhaps the smallest numbers, of sessions that are held. */
export function isPlainInstance({ event, sessions, pins }: Instance): boolean {
  const isCoupled = Object.entries(event.rules).some(
    ([key, value]) => !HARMLESS.includes(key) && isSet(value),
  );
  return (
    !isCoupled && !sessions.some((one) => one.mayCancel) && pins.every(({ pin }) => SINGLE.includes(pin.kind))
  );
}

function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== false && value !== 0 && value !== '';
}
