import type { ChalkInstance } from 'chalk';
import type { Location, Problem, Severity } from '../../model/problem.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

/** More problems of one code than this are counted instead of printed. */
const MOST_OF_ONE_CODE = 12;

/**
 * Problems as an organiser reads them on a terminal: errors last, where the eye is, each with place and next step.
 */
export function renderProblems(problems: readonly Problem[], paint: ChalkInstance, width: number): string {
  const blocks: string[] = [];
  const printed = new Map<string, number>();
  for (const severity of ['hint', 'warning', 'error'] as const) {
    for (const one of problems.filter((each) => each.severity === severity)) {
      const count = (printed.get(one.code) ?? 0) + 1;
      printed.set(one.code, count);
      if (count <= MOST_OF_ONE_CODE) blocks.push(renderProblem(one, paint, width));
    }
  }
  for (const [code, count] of printed) {
    const rest = count - MOST_OF_ONE_CODE;
    if (rest > 0) blocks.push(`... and ${rest} more of ${code}; --json lists every one.`);
  }
  return blocks.join('\n');
}

function renderProblem(one: Problem, paint: ChalkInstance, width: number): string {
  const colour: Record<Severity, ChalkInstance> = {
    error: paint.red.bold,
    warning: paint.yellow.bold,
    hint: paint.cyan,
  };
  const head = `${one.severity} ${one.code}`;
  const lines = wrap(`${head}  ${safeText(one.message)}`, width, '  ');
  const first = (lines[0] ?? '').replace(head, () => `${colour[one.severity](one.severity)} ${one.code}`);
  const text = [first, ...lines.slice(1)];
  if (one.location !== undefined) text.push(paint.dim(`  --> ${safeText(renderLocation(one.location))}`));
  if (one.hint !== undefined) text.push(...renderHint(one.hint, width));
  return text.join('\n');
}

/** Every line of it wrapped, but for those that begin with a blank: they are to be copied as they are. */
function renderHint(hint: string, width: number): string[] {
  return hint.split('\n').flatMap((line, index) => {
    const text = `${index === 0 ? '  hint: ' : '        '}${safeText(line)}`;
    return line.startsWith(' ') ? [text] : wrap(text, width, '        ');
  });
}

/** `file:12:5` for a text file, `file:12, column "E-post"` for a table. */
export function renderLocation({ file, line, column }: Location): string {
  const place = line === undefined ? file : `${file}:${line}`;
  if (column === undefined) return place;
  return typeof column === 'number' ? `${place}:${column}` : `${place}, column "${column}"`;
}
