import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeFolder } from '../helpers/event-folder.ts';
import { runCli } from '../helpers/run-cli.ts';

test('--version prints the version of package.json and nothing else', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));

  const run = await runCli(['--version'], { cwd: await makeFolder() });

  expect(run).toEqual({ status: 0, signal: null, stdout: `${manifest.version}\n`, stderr: '' });
});
