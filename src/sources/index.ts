import { generic } from './generic.ts';
import type { Source } from './source.ts';

/**
 * ADD AN IMPORT FORMAT: one file, one line here. The first source that recognises a table reads it; the generic
 * one recognises every table and stands last.
 */
export const SOURCES: readonly Source[] = [generic];
