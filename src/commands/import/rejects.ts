import { join, parse, relative, resolve } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { renderRejects } from '../../render/rejects.ts';
import { writeOutputFiles } from '../../sinks/output-files.ts';
import { REASON_HEADER } from '../../sources/columns/map-columns.ts';
import type { ReadFile } from '../../sources/read-rows.ts';
import type { CommandContext } from '../command.ts';

/** One file for each that has rows to mend, named after it where there are several. Gives back the paths as shown. */
export async function writeRejects(
  context: CommandContext,
  path: string,
  { readings, problems }: { readonly readings: readonly ReadFile[]; readonly problems: readonly Problem[] },
): Promise<readonly string[]> {
  const looked = readings.map(async (reading) => {
    const lines = problems.flatMap(({ severity, location }) =>
      severity === 'error' && location?.file === reading.file ? (location.line ?? []) : [],
    );
    return { ...reading, rows: await reading.rowsAt(new Set(lines)) };
  });
  const wrong = (await Promise.all(looked)).filter(({ rows }) => rows.length > 0);
  const { dir, name, ext } = parse(resolve(context.cwd, path));
  const files = wrong.map((one) => {
    const dialect = { delimiter: one.delimiter === ',' ? ',' : ';', mark: true } as const;
    return {
      path: wrong.length === 1 ? `${name}${ext}` : `${name}-${parse(one.file).name}${ext}`,
      content: renderRejects(
        { ...one, headers: one.columns.map(({ header }) => header), reasonHeader: REASON_HEADER },
        problems,
        dialect,
      ),
    };
  });
  await writeOutputFiles(dir, files);
  return files.map((one) => relative(context.cwd, join(dir, one.path)));
}
