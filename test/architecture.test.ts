import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findBrokenRules, loadedWith } from './helpers/house-rules.ts';
import { readModules } from './helpers/read-modules.ts';

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe('the house', () => {
  const modules = readModules(pathTo('../src'));

  test('no arrow goes back, and model, core and render are pure', () => {
    expect(findBrokenRules(modules)).toEqual([]);
  });

  test('start-up loads commander and nothing else that is not built in', () => {
    const bin = readFileSync(pathTo('../bin/sosent.js'), 'utf8');
    expect(bin.match(/^import .*$/gm)).toEqual(["import { main } from '../dist/cli/main.js';"]);

    const loaded = [...loadedWith(modules, ['cli/main.ts'])];
    expect(loaded.filter((one) => !one.startsWith('node:'))).toEqual(['commander']);
  });

  test('nothing in cli/ loads zod, not even through others', () => {
    const cli = modules.map((module) => module.file).filter((file) => file.startsWith('cli/'));
    expect([...loadedWith(modules, cli)]).not.toContain('zod');
  });
});

test('every broken rule is named with its file and arrow', () => {
  const modules = readModules(pathTo('fixtures/house-with-arrows-that-go-back'));

  expect(findBrokenRules(modules)).toEqual([
    'src/cli/main.ts -> src/render/badge.ts: cli may import only model, render/terminal, commands',
    'src/cli/main.ts -> src/commands/check.ts: cli loads commands lazily, with import()',
    'src/core/assign.ts -> src/render/badge.ts: core may import only model',
    'src/core/assign.ts -> node:fs/promises: core is pure: no files, clock, randomness, process',
    'src/core/assign.ts uses randomness (Math.random): core is pure, take it as an argument',
    'src/model/attendee.ts -> src/core/assign.ts: model may import only nothing of ours',
    'src/render/badge.ts -> chalk: render is given its colours as an argument',
    'src/shed/tools.ts: src/shed is no room of the house; add it to MAY_IMPORT and to docs/decisions.md',
  ]);
  expect([...loadedWith(modules, ['cli/main.ts'])]).toEqual(['zod']);
});
