const SLASHED =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\.?)?)?$/i;

/**
 * Reads the times that a form wrote down by itself as `yyyy-mm-ddTHH:MM:SS`. `5/28/26 19:01:33` is month first, as
 * these systems write it, unless the sample shows days above 12 in the first place: then the file went through a
 * spreadsheet that writes days first. What is no such time stays as it is.
 */
export function formTimeReader(sample: readonly string[]): (text: string) => string {
  const dayFirst = sample.some((text) => Number(SLASHED.exec(text.trim())?.[1] ?? 0) > 12);
  return (text) => {
    const found = SLASHED.exec(text.trim());
    return found === null ? text : (toIso(found, dayFirst) ?? text);
  };
}

function toIso(found: RegExpExecArray, dayFirst: boolean): string | undefined {
  const [, first = '', second = '', years = '', hours, minutes = '00', seconds = '00', half] = found;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  const year = years.length === 2 ? `20${years}` : years;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) return undefined;
  if (hours === undefined) return date;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return hour > 23 ? undefined : `${date}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}
