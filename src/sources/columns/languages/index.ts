import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { HeaderWords } from './header-words.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import { sv } from './sv.ts';

/** ADD A LANGUAGE OF HEADERS: one file beside this one, one line here. The order does not matter. */
export const LANGUAGES: readonly HeaderWords[] = [en, nb, nn, sv, da, de];
