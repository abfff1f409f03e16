import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const transcript = splitCommands(read('examples/sosent-2016/expected/transcript.txt'));
const blocks = [...read('README.md').matchAll(/```console\n(.*?)```/gs)].map((match) => match[1] ?? '');

/** What each command printed, by the command. */
function splitCommands(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text
      .split(/^(?=\$ sosent )/m)
      .filter((part) => part.startsWith('$'))
      .map((part) => {
        const [command = '', ...lines] = part.trimEnd().split('\n');
        return [command, lines.filter((line) => !/^(exit \d+|--- std(out|err))$/.test(line))];
      }),
  );
}

/** The first line that is not the next of what was printed; `...` leaves lines out. */
function firstInvented(shown: readonly string[], printed: readonly string[]): string | undefined {
  let at = 0;
  let mayLeaveOut = false;
  for (const line of shown) {
    if (line.trim() === '...') {
      mayLeaveOut = true;
      continue;
    }
    const found = printed.indexOf(line, at);
    if (found === -1 || (!mayLeaveOut && found !== at)) return line;
    at = found + 1;
    mayLeaveOut = false;
  }
  return undefined;
}

describe("README's tour", () => {
  test('shows every step of the example', () => {
    const shown = blocks.flatMap((block) => [...splitCommands(block).keys()]);
    expect(shown).toEqual([...transcript.keys()]);
  });

  test.each(blocks.flatMap((block) => [...splitCommands(block)]))(
    '%s printed what it shows',
    (command, shown) => {
      expect(firstInvented(shown, transcript.get(command) ?? [])).toBeUndefined();
    },
  );
});
