import { expect, it } from 'vitest';
import { runImport } from '../../../src/commands/import.ts';
import type { Prompt } from '../../../src/ports.ts';
import { contextIn } from '../../helpers/command-context.ts';
import { makeEventFolder, readFiles } from '../../helpers/event-folder.ts';

/** Says yes to everything, and counts. */
function yesSayer(): { readonly prompt: Prompt; readonly asked: string[] } {
  const asked: string[] = [];
  const say = <T>(question: string, answer: T): Promise<T> => {
    asked.push(question);
    return Promise.resolve(answer);
  };
  return {
    asked,
    prompt: {
      confirm: (question) => say(question, true),
      input: (question, initial) => say(question, initial),
      select: ({ question, choices }) => say(question, choices[0]?.value ?? ''),
    },
  };
}

const ORGANISATIONS = 'Name,Email,Organisation\nAda,a@x.example,Oslo Kommune\nBo,b@x.example,Oslo kommune\n';
const DOUBLES = 'Name,Email\nAda Lowe,post@x.example\nBo Ek,post@x.example\n';

it.each([
  ['organisations', ORGANISATIONS],
  ['people who may be one', DOUBLES],
])('a terminal is asked about %s, and not with --strict', async (_, list) => {
  const [lenient, strict] = [yesSayer(), yesSayer()];
  for (const [{ prompt }, options] of [
    [strict, { strict: true }],
    [lenient, {}],
  ] as const) {
    const root = await makeEventFolder({ 'list.csv': list });
    await runImport(contextIn(root, prompt), ['list.csv'], options);
  }
  expect(strict.asked).toEqual([]);
  expect(lenient.asked).toHaveLength(1);
});

it.each([ORGANISATIONS, DOUBLES, 'Who,Best\nAda,Maths\n'])(
  '--strict gives the same at a terminal as in CI: %j',
  async (list) => {
    const outcomes = await Promise.all(
      [undefined, yesSayer().prompt].map(async (prompt) => {
        const root = await makeEventFolder({ 'list.csv': list });
        const outcome = await runImport(contextIn(root, prompt), ['list.csv'], { strict: true }).catch(
          (error: unknown) => error,
        );
        // As --json prints it: lists are made when they are printed.
        return { outcome: JSON.stringify(outcome), files: await readFiles(root) };
      }),
    );
    expect(outcomes[1]).toEqual(outcomes[0]);
  },
);
