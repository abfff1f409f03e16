import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

/** Content by path below a folder, with `/`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A small event: two themes in two time slots and two rooms. */
export const SMALL_EVENT = `sosent: 1
event:
  id: teachers-day
  title: Teachers' day
  date: 2026-03-12
  languages: [en]
themes:
  - { id: maths, title: Mathematics }
  - { id: music, title: Music }
rooms:
  - { id: hall, title: Hall, capacity: 3 }
  - { id: attic, title: Attic, capacity: 2 }
timeSlots:
  - { id: "1", start: "09:00", end: "09:45" }
  - { id: "2", start: "10:00", end: "10:45" }
sessions:
  - { theme: maths, room: hall, timeSlots: all }
  - { theme: music, room: attic, timeSlots: all }
attendeeTypes:
  - { id: teacher, title: Teacher }
`;

/** The same, and no flow: with a rule that only engines know that can be interrupted. */
export const COUPLED_EVENT = `${SMALL_EVENT}rules: { fairOverSlots: true }\n`;

/** An empty folder of its own, gone after the test run. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(inject('temporaryFolder'), 'case-'));
}

/** A folder with the small event and these files; `sosent.yaml` among them replaces the small event's. */
export async function makeEventFolder(files: Files = {}): Promise<string> {
  const root = await makeFolder();
  await writeFiles(root, { 'sosent.yaml': SMALL_EVENT, ...files });
  return root;
}

/** A copy of `examples/<name>/` to work in. */
export async function copyExample(name: string): Promise<string> {
  const root = await makeFolder();
  await cp(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), root, { recursive: true });
  return root;
}

export async function writeFiles(root: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** Every file below a folder by its path, as text: the folder "as it was". */
export async function readFiles(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const files: Record<string, string> = {};
  for (const path of paths) files[path] = await readFile(join(root, path), 'utf8');
  return files;
}
