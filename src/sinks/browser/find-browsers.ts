import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** What a browser is looked for with. */
export interface BrowserSearch {
  /** The program that somebody named with --browser or SOSENT_BROWSER; then no other is tried. */
  readonly named: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** By the name of the command: the headless shell starts in half the time, so it comes first. */
const COMMANDS = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'headless_shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Paths at which a browser of the Chromium family may lie, the best first, without looking whether it is there. */
export function browserPlaces({ env, platform }: BrowserSearch): readonly string[] {
  const path = env['PATH'] ?? env['Path'] ?? '';
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const suffix = platform === 'win32' ? '.exe' : '';
  const commands = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)));
  if (platform === 'darwin') return [...commands, ...MAC];
  if (platform !== 'win32') return commands;
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  return [...commands, ...WINDOWS.flatMap((program) => roots.map((root) => join(root, program)))];
}

/** The browsers to try, the best first; the one that was named, and no other, where one was. */
export async function findBrowsers(search: BrowserSearch): Promise<readonly string[]> {
  if (search.named !== undefined && search.named !== '') return [search.named];
  const places = browserPlaces(search);
  const found = await Promise.all(places.map(isProgram));
  return places.filter((_, index) => found[index]);
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
