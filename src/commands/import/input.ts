import { access, constants, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SosentError } from '../../errors.ts';
import { fileFailure } from '../../folder/file-failure.ts';
import type { Problem } from '../../model/problem.ts';
import type { RegistrationFile } from '../../sources/open-registrations.ts';
import { bytesSource, fileSource } from '../../tabular/byte-source.ts';
import type { CommandContext } from '../command.ts';

interface Input {
  readonly input: RegistrationFile | undefined;
  readonly problems: readonly Problem[];
}

/** A file that cannot be read must not stop the others. */
export async function readInput(context: CommandContext, path: string): Promise<Input> {
  try {
    return { input: await openInput(context, path), problems: [] };
  } catch (error) {
    const expected = fileFailure(error, path, 'read');
    if (expected instanceof SosentError) return { input: undefined, problems: expected.problems };
    throw expected;
  }
}

/** A file is read twice, so that what can be read only once, standard input or a pipe, is kept in memory. */
async function openInput(context: CommandContext, path: string): Promise<RegistrationFile> {
  if (path === '-') return { file: 'stdin', source: bytesSource(await context.readStdin()) };
  const found = resolve(context.cwd, path);
  const isFile = (await stat(found)).isFile();
  if (!isFile) return { file: path, source: bytesSource(await readFile(found)) };
  await access(found, constants.R_OK);
  return { file: path, source: fileSource(found) };
}
