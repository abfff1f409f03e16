import v8 from 'node:v8';

/**
 * How many bytes of a WebAssembly function V8 runs before it compiles it again, for speed. Its own number has it compile
 * most of HiGHS at once, which takes a third of the time of a small assignment; with this one only what a large one needs.
 */
const TIERING = '--wasm-tiering-budget=100000000';
/** The last V8 that is known to have this option (Node.js 24); one that has not would say so on stderr. */
const LAST_KNOWN_V8 = 13;

/** Holds for WebAssembly that is loaded afterwards. */
export function compileLate({ v8: version }: NodeJS.ProcessVersions): void {
  if (Number.parseInt(version, 10) <= LAST_KNOWN_V8) v8.setFlagsFromString(TIERING);
}
