import type { RenderedFile } from './export.ts';

/** A file, or a folder of many, where they are listed. */
export interface FileLine extends Omit<RenderedFile, 'content'> {
  /** 1 for a file. */
  readonly files: number;
}

/** Every file but those in a folder of their own, which is one line. */
export function fileLines(files: readonly RenderedFile[]): readonly FileLine[] {
  const lines = new Map<string, FileLine>();
  for (const { content: _, ...file } of files) {
    const name = file.name.slice(0, file.name.lastIndexOf('/') + 1) || file.name;
    lines.set(name, { ...file, name, files: (lines.get(name)?.files ?? 0) + 1 });
  }
  return [...lines.values()];
}

export function countFiles(number: number): string {
  return number === 1 ? '1 file' : `${number} files`;
}
