import { failure } from '../errors.ts';

/** What the operating system's refusals mean to an organiser. */
const REASONS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOENT: ['it does not exist', 'Check the path; `ls` shows what is there.'],
  EEXIST: ['a file stands where a folder should be', 'Choose another name, or move that file away.'],
  EISDIR: ['it is a folder', 'A file should stand there; move the folder away.'],
  ENOTDIR: ['a part of its path is a file, not a folder', 'Move that file away, or check the path.'],
  EACCES: ['permission is missing', 'Check who owns the file and its folder.'],
  EPERM: ['the system does not permit it', 'Check who owns the file and its folder.'],
  EROFS: ['the disk is read-only', 'Copy the event folder to a disk that can be written.'],
  ENOSPC: ['the disk is full', 'Free some space and run the command again.'],
  EDQUOT: ['your disk quota is used up', 'Free some space and run the command again.'],
  EFBIG: ['the file would be too large', 'Free some space and run the command again.'],
  EMFILE: ['too many files are open', 'Close some programs and run the command again.'],
  EXDEV: ['a part of the folder lies on another disk', 'Keep the event folder on one disk.'],
  ENAMETOOLONG: ['its name is too long', 'Choose a shorter one.'],
  ELOOP: ['its symbolic links lead in a circle', 'Remove the link.'],
  EBUSY: [
    'another program holds it open',
    'Close it there (Excel locks open files) and run the command again.',
  ],
  EIO: ['the disk reports a fault', 'Copy the event folder to another disk.'],
};

/**
 * `write`: nothing has changed yet. `write-more`: files before this one are written. `complete`: the change is decided and
 * partly in place, and the next command goes on with it.
 */
type Doing = 'read' | keyof typeof STATES;

const STATES = {
  write: 'Nothing was changed.',
  'write-more': 'The files before it were written; this one and those after it were not.',
  complete: 'The change is complete on the disk but not yet in place; the next sosent command finishes it.',
} as const;

/**
 * A refusal of the file system as SOS105 (read) or SOS104, or the error itself where it is none: then it is a fault
 * of ours, or said already.
 */
export function fileFailure(error: unknown, path: string, doing: Doing): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const known = code === undefined ? undefined : REASONS[code];
  if (known === undefined) return error;
  const [reason, hint] = known;
  if (doing === 'read') return failure('SOS105', `Cannot read ${path}: ${reason}.`, { hint });
  return failure('SOS104', `Cannot write ${path}: ${reason}. ${STATES[doing]}`, { hint });
}
