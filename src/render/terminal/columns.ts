const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of so many columns for a share from 0 to 1, exact to an eighth of a column; dots where it is empty. */
export function meter(share: number, width: number): string {
  const parts = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const bar = '█'.repeat(Math.floor(parts / 8)) + (EIGHTHS[parts % 8] ?? '');
  return bar.padEnd(width, '·');
}

/** A text in exactly so many columns: filled with blanks, or cut with an ellipsis. */
export function fitText(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text + ' '.repeat(width - characters.length);
  return `${characters.slice(0, width - 1).join('')}…`;
}
