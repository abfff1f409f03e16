interface Moment {
  /** `yyyy-mm-dd`, and `HH:MM:SS` or '' where the text gives no time. */
  readonly date: string;
  readonly time: string;
  /** Minutes east of Greenwich; undefined for a local time. */
  readonly offset: number | undefined;
}

/**
 * The time of a registration as a local time of the event, `yyyy-mm-ddTHH:MM:SS` (a day alone where no time is given),
 * so that times from all sources can be compared as text. Understands ISO 8601, `yyyy/mm/dd`, and days first with
 * dots (`6.9.2016 kl. 15.37`), with AM/PM, `Z`, `GMT+2` or `+02:00[Europe/Oslo]`. Undefined for anything else:
 * `09/06/2016` may be June or September, and a guess would decide who came first.
 */
export function registeredAt(text: string, timeZone: string): string | undefined {
  const moment = parseMoment(text);
  if (moment === undefined) return undefined;
  const { date, time, offset } = moment;
  if (time === '') return date;
  if (offset === undefined) return `${date}T${time}`;
  return inTimeZone(Date.parse(`${date}T${time}Z`) - offset * 60_000, timeZone);
}

function parseMoment(text: string): Moment | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  const found = yearFirst ?? dayFirst;
  if (found === null) return undefined;
  const [year = '', month = '', day = ''] = yearFirst === null ? found.slice(1).reverse() : found.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const rest = text.slice(found[0].length).replace(/\[[^\]]*\]$/, '');
  const time = parseTime(rest);
  if (time === undefined || !isDate(date)) return undefined;
  return { date, time, offset: parseOffset(rest) };
}

/** '' where there is none, undefined where there is something else. */
function parseTime(rest: string): string | undefined {
  if (rest.trim() === '') return '';
  const found =
    /^(?:T|,?\s+(?:kl\.?\s*)?)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?(?:m\.?)?\s*(?:Z|UTC|(?:GMT|UTC)?\s?[+-]\d{1,2}:?(?:\d{2})?)?$/i.exec(
      rest,
    );
  if (found === null) return undefined;
  const [, hours, minutes = '', seconds = '00', half] = found;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

function parseOffset(rest: string): number | undefined {
  if (/(Z|UTC|GMT)$/.test(rest)) return 0;
  const found = /([+-])(\d{1,2}):?(\d{2})?$/.exec(rest);
  if (found === null) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -minutes : minutes;
}

function isDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

/** Swedish writes times as ISO 8601 does. */
function inTimeZone(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(instant).replace(' ', 'T');
}
