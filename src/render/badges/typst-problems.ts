import { problem } from '../../errors.ts';
import type { Location, Problem } from '../../model/problem.ts';
import type { TypstFailure, TypstReason } from '../../ports.ts';
import type { TemplateText } from '../templates/compile-template.ts';

/** Of more, the rest are the same mistake on other badges. */
const MOST = 5;

/**
 * What Typst refused, each with its line of the template (SOS504). Typst knows lines of what the template made only;
 * such a line is found again in the template by what stands between its braces. The first of the templates, at least
 * one, is named where no line tells which.
 */
export function explainTypst(
  { reasons, source }: TypstFailure,
  templates: readonly TemplateText[],
): readonly Problem[] {
  const byText = new Map<string, Problem>();
  for (const reason of reasons) {
    const one = explain(reason, source, templates);
    byText.set(`${one.message}\n${one.location?.line}`, one);
  }
  return [...byText.values()].slice(0, MOST);
}

function explain(
  { message, file, line, mainLine }: TypstReason,
  source: string,
  templates: readonly TemplateText[],
): Problem {
  const made = source.split('\n')[(mainLine ?? 0) - 1]?.trim() ?? '';
  const written = findLine(templates, made);
  const where = file === 'main.typ' ? shorten(made) : `${file}, line ${line ?? '?'}`;
  return problem(
    'SOS504',
    `Typst refuses what the template makes: ${message}${where === '' ? '' : ` (${where})`}.`,
    {
      location: written ?? { file: templates[0]?.path ?? '' },
      hint: 'Compare it with the built-in template; docs/badges.md and docs/exports.md explain the parts.',
    },
  );
}

/** The line of a template that can have made this line and has most in common with it, from 1. */
function findLine(templates: readonly TemplateText[], made: string): Location | undefined {
  let best: { readonly location: Location; readonly letters: number } | undefined;
  for (const { text, path } of templates) {
    for (const [index, line] of text.split('\n').entries()) {
      const fixed = line.trim().split(/\{\{.*?\}\}+/);
      const letters = fixed.join('').length;
      if (letters > (best?.letters ?? 0) && matchesInOrder(made, fixed)) {
        best = { location: { file: path, line: index + 1 }, letters };
      }
    }
  }
  return best?.location;
}

/** Whether a text is these parts in this order, with anything between them. */
function matchesInOrder(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  if (last === undefined) return text === first;
  let from = text.startsWith(first) && text.endsWith(last) ? first.length : -1;
  for (const part of rest) {
    if (from === -1) return false;
    const found = text.indexOf(part, from);
    from = found === -1 ? -1 : found + part.length;
  }
  return from !== -1;
}

function shorten(line: string): string {
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
