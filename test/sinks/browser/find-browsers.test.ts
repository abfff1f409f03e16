import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserPlaces, findBrowsers } from '../../../src/sinks/browser/find-browsers.ts';
import { makeFolder } from '../../helpers/event-folder.ts';

describe('the browsers of a machine', () => {
  test('a headless shell goes before Chromium, Chromium before Chrome, Chrome before Edge, wherever they lie', async () => {
    const [one, other] = [await makeFolder(), await makeFolder()];
    await addProgram(one, 'microsoft-edge');
    await addProgram(one, 'chromium');
    await addProgram(other, 'google-chrome');
    await addProgram(other, 'chrome-headless-shell');
    await writeFile(join(other, 'chromium'), 'may not be run');
    const env = { PATH: [one, other, join(one, 'is-not-there')].join(delimiter) };
    expect(await findBrowsers({ named: undefined, env, platform: 'linux' })).toEqual([
      join(other, 'chrome-headless-shell'),
      join(one, 'chromium'),
      join(other, 'google-chrome'),
      join(one, 'microsoft-edge'),
    ]);
  });

  test('the one that is named is the only one to be tried', async () => {
    const folder = await makeFolder();
    await addProgram(folder, 'chromium');
    const env = { PATH: folder };
    const named = '/opt/browser';
    expect(await findBrowsers({ named, env, platform: 'linux' })).toEqual([named]);
    expect(await findBrowsers({ named: '', env, platform: 'linux' })).toEqual([join(folder, 'chromium')]);
  });

  test('none where there is none', async () => {
    expect(await findBrowsers({ named: undefined, env: {}, platform: 'linux' })).toEqual([]);
  });

  test('macOS keeps them among the applications', () => {
    expect(browserPlaces({ named: undefined, env: {}, platform: 'darwin' })).toEqual([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]);
  });

  test('Windows keeps them in several folders of programs', () => {
    const env = { PROGRAMFILES: '/programs', LOCALAPPDATA: '/mine' };
    expect(browserPlaces({ named: undefined, env, platform: 'win32' })).toEqual([
      '/programs/Chromium/Application/chrome.exe',
      '/mine/Chromium/Application/chrome.exe',
      '/programs/Google/Chrome/Application/chrome.exe',
      '/mine/Google/Chrome/Application/chrome.exe',
      '/programs/Microsoft/Edge/Application/msedge.exe',
      '/mine/Microsoft/Edge/Application/msedge.exe',
    ]);
  });
});

async function addProgram(folder: string, name: string): Promise<void> {
  await writeFile(join(folder, name), '#!/bin/sh\n');
  await chmod(join(folder, name), 0o755);
}
