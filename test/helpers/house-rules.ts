import type { Import, Module } from './read-modules.ts';

/**
 * Which room of src/ may import which. A file at the top of src/ is a room of its own. Every room may import itself,
 * errors.ts and ports.ts, except that the model imports nothing of ours.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'errors.ts': ['model'],
  'ports.ts': ['model'],
  tabular: ['model'],
  core: ['model'],
  render: ['model', 'core', 'tabular'],
  sources: ['model', 'tabular'],
  folder: ['model', 'tabular'],
  sinks: ['model', 'folder/commit-files.ts', 'folder/file-failure.ts'],
  commands: ['model', 'tabular', 'core', 'render', 'sources', 'folder', 'sinks'],
  cli: ['model', 'render/terminal', 'commands'],
};

const EVERYWHERE = ['errors.ts', 'ports.ts'];
const PURE = ['model', 'core', 'render'];
/** Built-in modules whose functions depend on nothing but their arguments. */
const PURE_BUILTINS = ['node:buffer', 'node:crypto', 'node:path/posix'];

/** What a pure room must not touch: the answer would depend on more than the arguments. */
const IMPURE: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\bMath\.random\b/, 'randomness (Math.random)'],
  [/\brandom(?:Bytes|UUID|Int|FillSync|Fill)\b/, 'randomness (node:crypto)'],
  [/\bcrypto\.getRandomValues\b/, 'randomness (getRandomValues)'],
  [/\bDate\.now\b/, 'the clock (Date.now)'],
  [/\bnew Date\(\s*\)/, 'the clock (new Date())'],
  [/\bperformance\.now\b/, 'the clock (performance.now)'],
  [/\bprocess\s*[.[]/, 'the process'],
  [/\bset(?:Timeout|Interval|Immediate)\(/, 'a timer'],
  [/\bconsole\s*\./, 'the console'],
  [/\.localeCompare\(/, 'the locale of the machine (localeCompare)'],
];

/** Every broken house rule as one line that names the file, the arrow and the rule. */
export function findBrokenRules(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => [
    ...module.imports.flatMap((one) => brokenArrow(module.file, one)),
    ...module.imports.flatMap((one) => brokenPackage(module.file, one)),
    ...(PURE.includes(roomOf(module.file)) ? impurities(module) : []),
  ]);
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function brokenArrow(file: string, { target, kind, ours }: Import): string[] {
  const from = roomOf(file);
  const to = roomOf(target);
  if (!ours || from === to) return [];
  const allowed = MAY_IMPORT[from];
  if (allowed === undefined) {
    return [
      `src/${file}: src/${from} is no room of the house; add it to MAY_IMPORT and to docs/decisions.md`,
    ];
  }
  if (from !== 'model' && EVERYWHERE.includes(to)) return [];
  if (!allowed.some((one) => target === one || target.startsWith(`${one}/`))) {
    return [
      `src/${file} -> src/${target}: ${from} may import only ${allowed.join(', ') || 'nothing of ours'}`,
    ];
  }
  if (from === 'cli' && to === 'commands' && kind === 'static') {
    return [`src/${file} -> src/${target}: cli loads commands lazily, with import()`];
  }
  return [];
}

function brokenPackage(file: string, { target, kind, ours }: Import): string[] {
  if (ours || kind === 'type') return [];
  const room = roomOf(file);
  if (room === 'cli' && target === 'zod')
    return [`src/${file} -> zod: cli never imports zod, it costs 130 ms`];
  if (!PURE.includes(room)) return [];
  if (target.startsWith('node:') && !PURE_BUILTINS.includes(target)) {
    return [`src/${file} -> ${target}: ${room} is pure: no files, clock, randomness, process`];
  }
  if (target === 'chalk') return [`src/${file} -> chalk: ${room} is given its colours as an argument`];
  return [];
}

function impurities({ file, code }: Module): string[] {
  return IMPURE.filter(([pattern]) => pattern.test(code)).map(
    ([, what]) => `src/${file} uses ${what}: ${roomOf(file)} is pure, take it as an argument`,
  );
}

/** Packages and built-in modules that are loaded with these modules, before anything lazy. */
export function loadedWith(modules: readonly Module[], entries: readonly string[]): Set<string> {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const module = byFile.get(file);
    if (module === undefined) throw new Error(`src/${file} is imported and does not exist`);
    for (const one of module.imports) {
      if (one.kind !== 'static') continue;
      if (one.ours) visit(one.target);
      else packages.add(one.target);
    }
  };
  for (const entry of entries) visit(entry);
  return packages;
}
