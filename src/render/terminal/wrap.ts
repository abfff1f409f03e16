/** Breaks a line at blanks so that no part is longer than `width` columns; later parts begin with `indent`. */
export function wrap(line: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\S) /)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && longer.length > width) {
      lines.push(current);
      current = indent + word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}
