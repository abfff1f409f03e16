/** The digits of a number as Excel shows them at most, 15; a whole number in full, whatever its length. */
export function numberText(digits: string): string {
  const number = Number(digits);
  if (/^-?\d+$/.test(digits) || !Number.isFinite(number)) return digits;
  const short = Number(number.toPrecision(15));
  const text = String(short);
  if (!text.includes('e')) return text;
  return Math.abs(short) >= 1 ? BigInt(short).toString() : short.toFixed(20).replace(/\.?0+$/, '');
}

const DAY = 24 * 60 * 60 * 1000;
/** Days from 30 December 1899, Excel's day 0, to 1 January 1970. */
const TO_UNIX = 25_569;
/** 31 December 9999, the last day that Excel knows. */
const LAST_DAY = 2_958_465;
/** Days by which workbooks from old Macs count less. */
export const SINCE_1904 = 1462;

/**
 * A number of days as `yyyy-mm-dd`, with `THH:MM:SS` where it is no whole day, or `HH:MM:SS` where it is a part of a
 * day alone. What is no day is a number: a phone number below a column of dates.
 */
export function dateText(digits: string, shift: number): string {
  const days = Number(digits);
  if (!(days >= 0 && days + shift <= LAST_DAY + 1)) return numberText(digits);
  // Excel keeps times as parts of a day, a few milliseconds beside the second that is meant.
  const time = Math.round(((days < 1 ? days : days + shift) - TO_UNIX) * (DAY / 1000)) * 1000;
  const text = new Date(time).toISOString();
  if (days < 1 && days > 0) return text.slice(11, 19);
  return time % DAY === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

/** A date that is written out, `2026-05-28T19:01:33.000`, in the same form. */
export function isoText(text: string): string {
  return text.replace(/(\.\d+)?Z?$/, '').replace(/T00:00(:00)?$/, '');
}

/** Numbers of built-in formats that are dates and times (ECMA-376 part 1, 18.8.30). */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a format such as `[$-414]d. mmmm yyyy;@` writes a number as a date: by its letters outside quotes. */
export function isDateFormat(format: string): boolean {
  const letters = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[dmyhs]/i.test(letters);
}
