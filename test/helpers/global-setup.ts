import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for everything that tests write; gone after the run. */
    readonly temporaryFolder: string;
  }
}

/** Before the first test: the built program is that of src/. After the last: nothing is left behind. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  if (!isBuilt(root)) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const folder = await mkdtemp(join(tmpdir(), 'sosent-test-'));
  project.provide('temporaryFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** End-to-end tests run `dist/`; it must not be older than any file of `src/`. */
function isBuilt(root: string): boolean {
  const built = statSync(join(root, 'dist/cli/main.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
    .every((changed) => changed <= built);
}
