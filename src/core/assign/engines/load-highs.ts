import v8 from 'node:v8';
import loadHighs, { type Highs } from 'highs';

/** The package declares itself as CommonJS and is an ES module with a default export. */
const load = loadHighs as unknown as typeof loadHighs.default;
/** Compiling HiGHS takes longer than a small solve; models share nothing but the compiled code. */
let loaded: Promise<Highs> | undefined;

/**
 * How many bytes of a WebAssembly function V8 runs before it compiles it again, for speed. Its own number has it compile
 * all of HiGHS at once, which takes a third of the time of a small assignment; with this one only what a large one needs.
 */
const TIERING = '--wasm-tiering-budget=100000000';
/** The last V8 that is known to have this option (Node.js 24); one that has not would say so on stderr. */
const LAST_KNOWN_V8 = 13;

/** HiGHS, compiled once for all engines. */
export function highs(): Promise<Highs> {
  loaded ??= loadOnce();
  return loaded;
}

function loadOnce(): Promise<Highs> {
  if (Number.parseInt(process.versions.v8, 10) <= LAST_KNOWN_V8) v8.setFlagsFromString(TIERING);
  return load();
}

/**
 * Whether an error is HiGHS giving up on a program. Met once in several thousand small random instances; the model written
 * in another way is then tried.
 */
export function isGivenUp(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'HighsError' && 'operation' in error && error.operation === 'run'
  );
}
