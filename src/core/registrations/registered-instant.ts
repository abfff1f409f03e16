/**
 * When a registration was made, as a number to compare: milliseconds, a local time counted as if it were UTC.
 * Understands ISO 8601, `yyyy/mm/dd`, and day-first dates with dots (`06.09.2016 kl. 15.37.20`), with AM/PM and an
 * offset. Undefined for anything else: `09/06/2016` may be June or September, and nobody must be served by a guess.
 */
export function registeredInstant(text: string): number | undefined {
  const date = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  const [year, month, day] =
    date === null ? [dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]] : [date[1], date[2], date[3]];
  if (year === undefined || Number(month) > 12 || Number(day) > 31) return undefined;
  const rest = text.slice((date ?? dayFirst)?.[0].length);
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) + timeOfDay(rest) - offset(rest);
}

function timeOfDay(rest: string): number {
  const time = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,](\d{1,3})\d*)?\s*([ap]\.?m)?/i.exec(rest);
  if (time === null) return 0;
  const half = time[5]?.[0]?.toLowerCase();
  const hour = half === undefined ? Number(time[1]) : (Number(time[1]) % 12) + (half === 'p' ? 12 : 0);
  const milliseconds = Number((time[4] ?? '0').padEnd(3, '0'));
  return ((hour * 60 + Number(time[2])) * 60 + Number(time[3] ?? 0)) * 1000 + milliseconds;
}

function offset(rest: string): number {
  const zone = /(?:GMT|UTC|\d)\s?([+-])(\d{1,2}):?(\d{2})?(?:\[.*\])?$/.exec(rest.trim());
  if (zone === null) return 0;
  const minutes = Number(zone[2]) * 60 + Number(zone[3] ?? 0);
  return (zone[1] === '-' ? -minutes : minutes) * 60_000;
}
