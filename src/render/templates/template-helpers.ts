import { localeOf, renderDate, renderInstant } from '../dates.ts';

/** The named values of a call: `one="seat"`. */
interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
}

interface TemplateHelper {
  /** Number of values it is called with; the named ones (`one="seat"`) are not counted. */
  readonly values: number | 'any';
  /** `{{#name}} ... {{/name}}`; all others give a value. */
  readonly isBlock?: true;
  /** Undefined for blocks, and for what needs more than values. The last argument are the options. */
  // biome-ignore lint/suspicious/noExplicitAny: a template gives a helper whatever it holds
  readonly run?: (...values: any[]) => unknown;
}

/** Everything that a template can call, by name. */
export const TEMPLATE_HELPERS: Readonly<Record<string, TemplateHelper>> = {
  if: { values: 1, isBlock: true },
  unless: { values: 1, isBlock: true },
  each: { values: 1, isBlock: true },
  with: { values: 1, isBlock: true },
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
  /** `{{formatDate event.date language}}`: a day in words; of an instant, the day in `zone=event.timeZone`. */
  formatDate: {
    values: 2,
    run: (value: string, language: string, { hash }: HelperOptions) =>
      /^\d{4}-\d\d-\d\d$/.test(value)
        ? renderDate(value, language)
        : renderInstant(value, language, { zone: hash['zone'], part: 'day' }),
  },
  /** `{{formatTime attendee.registeredAt language zone=event.timeZone}}`: `14:05`. */
  formatTime: {
    values: 2,
    run: (value: string, language: string, { hash }: HelperOptions) =>
      renderInstant(value, language, { zone: hash['zone'], part: 'time' }),
  },
  /** `{{choose promoted "one" "the other"}}` */
  choose: { values: 3, run: (which: unknown, one: unknown, other: unknown) => (which ? one : other) },
  equal: { values: 2, run: (left: unknown, right: unknown) => left === right },
  not: { values: 1, run: (value: unknown) => !value },
  and: { values: 'any', run: (...values: unknown[]) => values.slice(0, -1).every(Boolean) },
  or: { values: 'any', run: (...values: unknown[]) => values.slice(0, -1).some(Boolean) },
};
