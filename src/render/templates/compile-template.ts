import Handlebars from 'handlebars';
import { failure, SosentError } from '../../errors.ts';
import { checkNames } from './check-names.ts';
import { compileProgram, type Writer } from './compile-program.ts';
import type { Place, Scope } from './expressions.ts';

/** What a template's file name says it makes; each has its own escaping, so that `{{name}}` is always safe. */
export type TemplateFormat = 'typ' | 'html' | 'txt';

/** A template's text, and its path for messages. */
export interface TemplateText {
  readonly text: string;
  readonly path: string;
}

export interface TemplateOptions {
  readonly format: TemplateFormat;
  /** Path for messages. */
  readonly path: string;
  /** Other templates that this one may include with `{{> name}}`, by name. */
  readonly partials?: Readonly<Record<string, TemplateText>>;
}

export type Template = (data: object) => string;

/**
 * Compiles a Handlebars template once for many renderings. Escaping by format: `html` escapes HTML, `txt` nothing,
 * `typ` makes every `{{value}}` a Typst literal, valid in code and, as `#{{value}}`, in markup.
 * A name that does not exist is an error (SOS502) with file and line, in an included template too, and not an empty
 * hole in 400 mails; prototypes are out of reach. Throws SOS501 for a template that cannot be parsed.
 */
export function compileTemplate(source: string, options: TemplateOptions): Template {
  const { format, path, partials = {} } = options;
  const names = new Set(Object.keys(partials));
  const writers = new Map<string, Writer>();
  const last: { place: Place | undefined } = { place: undefined };
  const compile = (one: TemplateText): Writer => {
    const program = parse(one);
    checkNames(program, { path: one.path, partials: names });
    const rendering = { path: one.path, last };
    return compileProgram(program, { format, rendering, partial: (name) => writers.get(name) });
  };
  for (const [name, one] of Object.entries(partials)) writers.set(name, compile(one));
  const write = compile({ text: source, path });
  return (data) => {
    last.place = undefined;
    try {
      return write(rootScope(data));
    } catch (error) {
      if (error instanceof SosentError) throw error;
      throw failsAt(last.place ?? { name: '', location: { file: path } }, error);
    }
  };
}

function rootScope(data: object): Scope {
  const frame = { values: { root: data }, parent: undefined };
  return {
    context: data,
    given: undefined,
    locals: undefined,
    parent: undefined,
    frame,
    block: undefined,
  };
}

function parse({ text, path }: TemplateText): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    throw syntaxFailure(error, path);
  }
}

function syntaxFailure(error: unknown, path: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+$/.exec(message)?.[1]);
  const reason = message.split('\n').at(-1) ?? message;
  // The parser lists everything it would have taken; what it found tells more.
  const found = /^Expecting .* got '(\w+)'$/.exec(reason)?.[1];
  const text =
    found === undefined ? reason : found === 'EOF' ? 'it ends too early' : 'a {{...}} is not written right';
  return failure('SOS501', `The template cannot be read: ${text.replace(/\.?$/, '.')}`, {
    location: { file: path, ...(Number.isNaN(line) ? {} : { line }) },
    hint: 'Every {{ needs its }}, and every {{#if}} and {{#each}} its {{/if}} or {{/each}}.',
  });
}

/** A helper was given what it cannot work with, or templates include each other for ever. */
function failsAt({ name, location }: Place, error: unknown): Error {
  const reason =
    error instanceof RangeError ? 'it includes itself' : `${error instanceof Error ? error.message : error}`;
  const at = name === '' ? '' : ` at "${name}"`;
  return failure('SOS502', `The template fails${at}: ${reason.replace(/\.?$/, '.')}`, { location });
}
