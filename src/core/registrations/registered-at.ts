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
 * dots (`6.9.2016 kl. 15.37`, `6. september 2016`, `6.9.16`), with AM/PM, `Z`, `GMT+2` or `+02:00[Europe/Oslo]`.
 * Undefined for anything else: `09/06/2016` may be June or September, and a guess would decide who came first.
 */
export function registeredAt(text: string, timeZone: string): string | undefined {
  const plain = plainTime(text);
  if (plain !== undefined) return plain;
  const moment = parseMoment(text);
  if (moment === undefined) return undefined;
  const { date, time, offset } = moment;
  if (time === '') return date;
  if (offset === undefined) return `${date}T${time}`;
  return inTimeZone(Date.parse(`${date}T${time}Z`) - offset * 60_000, timeZone);
}

/** `2016-09-15 10:52`, as most systems write it: one pattern instead of several; undefined for anything else. */
function plainTime(text: string): string | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', hours, minutes, seconds = '00'] = found;
  if (!isDay({ year, month, day })) return undefined;
  return `${year}-${month}-${day}T${hours}:${minutes}:${seconds}`;
}

function parseMoment(text: string): Moment | undefined {
  const day = parseDay(text);
  if (day === undefined) return undefined;
  const date = `${day.year}-${day.month.padStart(2, '0')}-${day.day.padStart(2, '0')}`;
  const rest = text.slice(day.length).replace(/\[[^\]]*\]$/, '');
  const time = parseTime(rest);
  if (time === undefined || !isDay(day)) return undefined;
  return { date, time, offset: parseOffset(rest) };
}

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** Number of characters it takes. */
  readonly length: number;
}

/** The first three letters of months, in the order of the year, as six languages begin them. */
const MONTHS = [['jan'], ['feb'], ['mar', 'mär'], ['apr'], ['mai', 'maj', 'may'], ['jun'], ['jul']].concat([
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['des', 'dec', 'dez'],
]);

function parseDay(text: string): Day | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (yearFirst !== null) {
    const [{ length }, year = '', month = '', day = ''] = yearFirst;
    return { year, month, day, length };
  }
  const dayFirst = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?![\d.:])/.exec(text);
  if (dayFirst !== null) {
    const [{ length }, day = '', month = '', year = ''] = dayFirst;
    return { year: year.length === 2 ? `20${year}` : year, month, day, length };
  }
  const named = /^(\d{1,2})\.? (\p{L}{3})\p{L}*\.? (\d{4})(?!\d)/u.exec(text);
  if (named === null) return undefined;
  const [{ length }, day = '', name = '', year = ''] = named;
  const month = MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  return month === 0 ? undefined : { year, month: String(month), day, length };
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

/** By the Gregorian calendar. */
function isDay({ year, month, day }: Omit<Day, 'length'>): boolean {
  const [years, months, days] = [Number(year), Number(month), Number(day)];
  const isLeap = years % 4 === 0 && (years % 100 !== 0 || years % 400 === 0);
  const longest = months === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(months) ? 30 : 31;
  return months >= 1 && months <= 12 && days >= 1 && days <= longest;
}

/** One for each time zone: to make one costs more than to read ten thousand times with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes times as ISO 8601 does. */
function inTimeZone(instant: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(instant).replace(' ', 'T');
}
