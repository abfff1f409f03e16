import type { HelperDelegate, HelperOptions } from 'handlebars';
import { localeOf } from '../dates.ts';

interface TemplateHelper {
  /** Number of values it is called with; the named ones (`one="seat"`) are not counted. */
  readonly values: number | 'any';
  /** Undefined for a helper that Handlebars brings. */
  readonly run?: HelperDelegate;
}

/** Everything that a template can call, by name. */
export const TEMPLATE_HELPERS: Readonly<Record<string, TemplateHelper>> = {
  if: { values: 1 },
  unless: { values: 1 },
  each: { values: 1 },
  with: { values: 1 },
  lookup: { values: 2 },
  /** `{{list names language}}`: "a, b and c" */
  list: {
    values: 2,
    run: (items: string[], language: string) =>
      new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items),
  },
  /** `{{plural count language one="seat" other="seats"}}` */
  plural: {
    values: 2,
    run: (count: number, language: string, options: HelperOptions) => {
      const rule = new Intl.PluralRules(localeOf(language)).select(count);
      const words: Readonly<Record<string, unknown>> = options.hash;
      return String(words[rule] ?? words['other'] ?? '');
    },
  },
  equal: { values: 2, run: (left: unknown, right: unknown) => left === right },
  not: { values: 1, run: (value: unknown) => !value },
  and: { values: 'any', run: (...values: unknown[]) => values.slice(0, -1).every(Boolean) },
  or: { values: 'any', run: (...values: unknown[]) => values.slice(0, -1).some(Boolean) },
};
