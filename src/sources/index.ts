import { googleForms } from './google-forms.ts';
import { microsoftForms } from './microsoft-forms.ts';
import type { Source } from './source.ts';

/**
 * ADD AN IMPORT FORMAT: one file, one line here. The first source that recognises a table reads it; what none
 * recognises is read by `generic`.
 */
export const SOURCES: readonly Source[] = [microsoftForms, googleForms];
