import { attendees } from './attendees.ts';
import { calendars } from './calendars.ts';
import { catering } from './catering.ts';
import { changes } from './changes.ts';
import { delegations } from './delegations.ts';
import { doorList } from './door-list.ts';
import type { Export } from './export.ts';
import { needs } from './needs.ts';
import { placements } from './placements.ts';
import { programme } from './programme.ts';
import { rooms } from './rooms.ts';
import { rosters } from './rosters.ts';
import { signIn } from './sign-in.ts';
import { speakers } from './speakers.ts';
import { summary } from './summary.ts';
import { waitlist } from './waitlist.ts';

/** ADD AN EXPORT: one file, one line here, its title in words.ts. */
export const EXPORTS: readonly Export[] = [
  summary,
  programme,
  placements,
  rosters,
  signIn,
  doorList,
  delegations,
  needs,
  catering,
  rooms,
  speakers,
  waitlist,
  changes,
  attendees,
  calendars,
];
