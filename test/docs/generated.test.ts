import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../src/errors.ts';
import { readModules } from '../helpers/read-modules.ts';

const pathTo = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('docs/errors.md, docs/exports.md and the JSON Schema of exports are generated from the code as it is', () => {
  const { status, stderr } = spawnSync(process.execPath, [pathTo('scripts/generate-docs.js'), '--check'], {
    encoding: 'utf8',
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('every code of the catalogue is used', () => {
  const code = readModules(pathTo('src'))
    .filter(({ file }) => file !== 'errors.ts')
    .map((module) => module.code)
    .join('\n');

  expect(Object.keys(CATALOGUE).filter((one) => !code.includes(`'${one}'`))).toEqual([]);
});
