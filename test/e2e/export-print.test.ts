import { spawn } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder, readFiles, writeFiles } from '../helpers/event-folder.ts';
import { BIN, bareEnvironment, documentOf, runCli } from '../helpers/run-cli.ts';

/** More than is printed by the command itself. */
const MANY = Array.from({ length: 1800 }, (_, index) => index);

function fullHouse(): Promise<string> {
  const { path, content } = attendeesFile(
    MANY.map((index) =>
      attendee({ id: `p${index}`, name: `Person ${index} of many`, organisation: `Company ${index % 99}` }),
    ),
  );
  const seats = MANY.flatMap((index) => [`p${index},1,music-1,assigned,`, `p${index},2,maths-2,assigned,`]);
  return makeEventFolder({
    [path]: content,
    'data/placements.csv': `attendee,time_slot,session,how,rank\n${seats.join('\n')}\n`,
  });
}

/** Processes that print for a command in this folder. */
async function printersIn(root: string): Promise<readonly string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    processes.map(async (id) => {
      const folder = await readlink(join('/proc', id, 'cwd')).catch(() => '');
      const line = await readFile(join('/proc', id, 'cmdline'), 'utf8').catch(() => '');
      return folder === root && line.includes('typst-process') ? [id] : [];
    }),
  );
  return found.flat();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come to that in 20 s');
    await wait(20);
  }
}

describe('long documents, printed by processes of their own', () => {
  test('are the same bytes as printed one by one by the command', async () => {
    const root = await fullHouse();
    const pdfs = async () => {
      const files = await readFiles(join(root, 'out', 'exports'));
      return ['rosters.pdf', 'sign-in.pdf'].map((name) => files[name]);
    };
    const together = await runCli(['export', 'rosters', 'sign-in', '--format', 'pdf'], { cwd: root });
    const first = await pdfs();
    for (const name of ['rosters', 'sign-in']) {
      await runCli(['export', name, '--format', 'pdf'], { cwd: root });
    }

    expect([together.status, together.stderr]).toEqual([0, '']);
    expect(first.map((one) => (one?.length ?? 0) > 50_000)).toEqual([true, true]);
    expect((await pdfs()).every((one, index) => one === first[index])).toBe(true);
  });

  test('tell what Typst refuses, where, and what to do, and nothing is written', async () => {
    const root = await fullHouse();
    await writeFiles(root, {
      'templates/exports/document.typ.hbs':
        '= Ours\n#nonsense({{title}}) {{#each blocks}}{{#if (equal kind "table")}}{{#each rows}}{{#each this}}{{text}}{{/each}}{{/each}}{{/if}}{{/each}}\n',
    });
    const run = await runCli(['export', 'rosters', 'sign-in', '--format', 'csv,pdf', '--json'], {
      cwd: root,
    });

    expect(documentOf(run)).toMatchObject({
      exit: 2,
      problems: [
        {
          code: 'SOS504',
          message: expect.stringContaining('unknown variable: nonsense'),
          hint: expect.any(String),
          location: { file: join('templates', 'exports', 'document.typ.hbs'), line: 2 },
        },
      ],
    });
    expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out'))).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')(
    'leave nothing half-written on Ctrl-C, and no process behind',
    async () => {
      const root = await fullHouse();
      const child = spawn(process.execPath, [BIN, 'export', 'all', '--json'], {
        cwd: root,
        env: bareEnvironment(),
      });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk) => (stdout += chunk));
      child.stderr.on('data', (chunk) => (stderr += chunk));
      const ended = new Promise((resolve) => child.on('close', resolve));
      await until(async () => (await printersIn(root)).length > 0);
      await wait(500); // so that they are at their documents
      child.kill('SIGINT');

      expect([await ended, JSON.parse(stdout).problems[0].code]).toEqual([130, 'SOS107']);
      expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out'))).toEqual([]);
      await until(async () => (await printersIn(root)).length === 0);
      // Nor do they complain that nobody takes what they have printed.
      expect(stderr).not.toContain('node:');
    },
  );
});
