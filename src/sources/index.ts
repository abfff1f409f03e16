import { alfio } from './alfio.ts';
import { eventbrite } from './eventbrite.ts';
import { googleForms } from './google-forms.ts';
import { hiEvents } from './hi-events.ts';
import { indico } from './indico.ts';
import { luma } from './luma.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { pretix } from './pretix.ts';
import type { Source } from './source.ts';
import { tito } from './tito.ts';

/**
 * ADD AN IMPORT FORMAT: one file, one line here. The first source that recognises a table reads it; what none
 * recognises is read by `generic`.
 */
export const SOURCES: readonly Source[] = [
  pretix,
  eventbrite,
  tito,
  luma,
  hiEvents,
  indico,
  alfio,
  microsoftForms,
  googleForms,
];
