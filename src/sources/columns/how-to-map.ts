/** What to add to the command, or to sosent.yaml, so that a column becomes a field: two lines, ready to be copied. */
export function howToMap(header: string, field: string): string {
  return `  ${mapFlag(header, field)}\n  or in sosent.yaml under columns:  ${yamlLine(header, field)}`;
}

/** Quoted for a shell; in single quotes where double ones would not keep it as it is. */
export function mapFlag(header: string, field: string): string {
  const text = `${oneLine(header)}=${field}`;
  return /["$`\\!]/.test(text) ? `--map '${text.replaceAll("'", `'\\''`)}'` : `--map "${text}"`;
}

export function yamlLine(header: string, field: string): string {
  return `${JSON.stringify(oneLine(header))}: ${field}`;
}

/** A header over several lines is met again as one line, as blanks and punctuation do not matter. */
function oneLine(header: string): string {
  return header.replace(/\s+/gu, ' ').trim();
}
