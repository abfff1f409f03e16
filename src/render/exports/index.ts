import { calendars } from './calendars.ts';
import { delegations } from './delegations.ts';
import type { Export } from './export.ts';
import { programme } from './programme.ts';
import { rosters } from './rosters.ts';
import { summary } from './summary.ts';

/** ADD AN EXPORT: one file, one line here. */
export const EXPORTS: readonly Export[] = [summary, programme, rosters, delegations, calendars];
