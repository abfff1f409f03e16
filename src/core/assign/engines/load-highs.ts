import loadHighs, { type Highs } from 'highs';

/** The package declares itself as CommonJS and is an ES module with a default export. */
const load = loadHighs as unknown as typeof loadHighs.default;
/** Compiling HiGHS takes longer than a small solve; models share nothing but the compiled code. */
let loaded: Promise<Highs> | undefined;

/** HiGHS, compiled once for all engines. */
export function highs(): Promise<Highs> {
  loaded ??= load();
  return loaded;
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
