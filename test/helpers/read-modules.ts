import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** `static` is loaded with the module, `lazy` by import(), `type` not at all. */
export type ImportKind = 'static' | 'lazy' | 'type';

export interface Import {
  readonly kind: ImportKind;
  /** Path below src/ for a module of ours, else the specifier: a package or `node:` module. */
  readonly target: string;
  readonly ours: boolean;
}

export interface Module {
  /** Path below src/, with `/`. */
  readonly file: string;
  readonly imports: readonly Import[];
  /** The source without comments. */
  readonly code: string;
}

/** Every module below a source folder, with what it imports. */
export function readModules(src: string): Module[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const file = relative(src, path).split(sep).join('/');
      const code = withoutComments(readFileSync(path, 'utf8'));
      return { file, code, imports: importsOf(code).map((one) => resolve(file, one)) };
    });
}

/** Strings are matched first, so that `https://` in one is no comment. */
function withoutComments(source: string): string {
  const tokens = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g;
  return source.replace(tokens, (token) => (token.startsWith('/') ? '' : token));
}

/** biome keeps every static import and re-export at the start of a line. */
const STATIC = /^(?:import|export)\s+(type\s)?(?:[\w$*{}\s,]+?\sfrom\s+)?['"]([^'"\n]+)['"]/gm;
const LAZY = /\bimport\(\s*([^)]*?)\s*\)/g;

function importsOf(code: string): { kind: ImportKind; specifier: string }[] {
  const eager = [...code.matchAll(STATIC)].map(([, type, specifier = '']) => ({
    kind: type === undefined ? ('static' as const) : ('type' as const),
    specifier,
  }));
  const lazy = [...code.matchAll(LAZY)].map(([, argument = '']) => {
    const literal = /^['"]([^'"]+)['"]$/.exec(argument);
    if (literal?.[1] === undefined) throw new Error(`import(${argument}) cannot be followed: write a string`);
    return { kind: 'lazy' as const, specifier: literal[1] };
  });
  return [...eager, ...lazy];
}

function resolve(file: string, { kind, specifier }: { kind: ImportKind; specifier: string }): Import {
  if (!specifier.startsWith('.')) return { kind, target: specifier, ours: false };
  return { kind, target: posix.join(posix.dirname(file), specifier), ours: true };
}
