import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SosentError } from '../../src/errors.ts';
import { changeFolder, openEvent } from '../../src/folder/event-folder.ts';
import { readFiles, SMALL_EVENT, writeFiles } from '../helpers/event-folder.ts';
import { canMountDisks, onSmallDisk } from '../helpers/small-disk.ts';

const OLD = { 'data/attendees.csv': 'id,name\nold,Old\n', 'sosent.yaml': SMALL_EVENT };

async function replaceAttendees(root: string, content: string): Promise<unknown> {
  const folder = await openEvent({ cwd: root, eventPath: undefined });
  const files = [{ path: 'data/attendees.csv', content }];
  return changeFolder(folder, 'test', new Date(), async () => ({ value: 'done', files })).catch(
    (error: unknown) => (error as SosentError).problems,
  );
}

describe.skipIf(!canMountDisks())('a disk that will not have it', () => {
  test('full: the folder is as it was, and works again when there is space', async () => {
    await onSmallDisk(64, async ({ path }) => {
      await writeFiles(path, OLD);

      expect(await replaceAttendees(path, 'x'.repeat(100_000))).toEqual([
        {
          code: 'SOS104',
          severity: 'error',
          message: 'Cannot write data: the disk is full. Nothing was changed.',
          hint: 'Free some space and run the command again.',
        },
      ]);
      expect(await readFiles(path)).toEqual(OLD);
      expect(await replaceAttendees(path, 'short')).toBe('done');
    });
  });

  test('full to the last byte: not even the lock is left', async () => {
    await onSmallDisk(64, async ({ path }) => {
      await writeFiles(path, OLD);
      await writeFile(join(path, 'filler'), 'x'.repeat(64 * 1024)).catch(() => undefined);

      expect(await replaceAttendees(path, 'short')).toMatchObject([
        { code: 'SOS104', message: 'Cannot write data/.lock: the disk is full. Nothing was changed.' },
      ]);
      expect(await readFiles(path)).toEqual({ ...OLD, filler: expect.any(String) });
    });
  });

  test('read-only: it can be read and not changed', async () => {
    await onSmallDisk(64, async ({ path, makeReadOnly }) => {
      await writeFiles(path, OLD);
      makeReadOnly();

      expect(await replaceAttendees(path, 'short')).toEqual([
        {
          code: 'SOS104',
          severity: 'error',
          message: 'Cannot write data/.lock: the disk is read-only. Nothing was changed.',
          hint: 'Copy the event folder to a disk that can be written.',
        },
      ]);
      expect(await readFiles(path)).toEqual(OLD);
    });
  });
});
