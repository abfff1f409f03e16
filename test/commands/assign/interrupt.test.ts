import { describe, expect, test } from 'vitest';
import { runAssign } from '../../../src/commands/assign.ts';
import { SosentError } from '../../../src/errors.ts';
import { attendeesFile } from '../../../src/folder/attendees.ts';
import type { Prompt } from '../../../src/ports.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { contextIn } from '../../helpers/command-context.ts';
import { COUPLED_EVENT, makeEventFolder, readFiles } from '../../helpers/event-folder.ts';

const people = Array.from({ length: 5 }, (_, index) =>
  attendee({ id: `p${index}`, name: `Person ${index}`, wishes: [['music'], ['maths']] }),
);

async function folder(): Promise<string> {
  const { path, content } = attendeesFile(people);
  return makeEventFolder({ 'sosent.yaml': COUPLED_EVENT, [path]: content });
}

/** Ctrl-C that is heard when somebody looks for the n-th time. */
function pressed(looks: number): () => () => boolean {
  let left = looks;
  return () => () => left-- <= 0;
}

function answering(answer: boolean, asked: string[]): Prompt {
  return {
    confirm: async (question) => {
      asked.push(question);
      return answer;
    },
    input: () => Promise.reject(new Error('not asked')),
    select: () => Promise.reject(new Error('not asked')),
  };
}

describe('Ctrl-C while sosent assign is at work', () => {
  test('before there is any plan: interrupted, and nothing was written', async () => {
    const root = await folder();
    const before = await readFiles(root);
    const running = runAssign({ ...contextIn(root), takeInterrupt: pressed(0) }, {});
    const error = await running.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SosentError);
    expect((error as SosentError).problems.map((one) => one.code)).toEqual(['SOS107']);
    expect(await readFiles(root)).toEqual(before);
  });

  test('later: the best plan so far is written, with what is not proven', async () => {
    const root = await folder();
    const { problems, result } = await runAssign({ ...contextIn(root), takeInterrupt: pressed(1) }, {});
    expect(problems.filter((one) => one.code === 'SOS423').map((one) => one.message)).toEqual([
      expect.stringMatching(
        /^The search was ended by Ctrl-C\. This is the best plan found by then \(.* within \d/,
      ),
    ]);
    expect(result).toMatchObject({ written: true, engine: 'core' });
    expect(JSON.parse((await readFiles(root))['data/plan.json'] ?? '')).toMatchObject({ proven: false });
  });

  test.each([true, false])('at a terminal it is asked about: %s', async (answer) => {
    const root = await folder();
    const asked: string[] = [];
    const context = { ...contextIn(root, answering(answer, asked)), takeInterrupt: pressed(1) };
    const { result } = await runAssign(context, {});
    expect(asked).toEqual(['The search was ended. Write the best plan so far?']);
    expect(result).toMatchObject({ written: answer });
    expect('data/placements.csv' in (await readFiles(root))).toBe(answer);
  });

  test('a plan that was proven before is written as any other', async () => {
    const root = await folder();
    const asked: string[] = [];
    const context = { ...contextIn(root, answering(true, asked)), takeInterrupt: pressed(1000) };
    const { problems, result } = await runAssign(context, {});
    expect([asked, problems.filter((one) => one.code === 'SOS423')]).toEqual([[], []]);
    expect(result).toMatchObject({ written: true });
  });
});
