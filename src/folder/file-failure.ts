import { failure, type SosentError } from '../errors.ts';

/** What the operating system's refusals mean to an organiser. */
const REASONS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOENT: ['it does not exist', 'Check the path; `ls` shows what is there.'],
  EISDIR: ['it is a folder', 'Name a file in it.'],
  ENOTDIR: ['a part of its path is not a folder', 'Check the path.'],
  EEXIST: ['a file of that name is there', 'Choose another name, or move the file away.'],
  EACCES: ['permission is missing', 'Check who owns the file and its folder.'],
  EPERM: ['the system does not permit it', 'Check who owns the file and its folder.'],
  EROFS: ['the disk is read-only', 'Copy the event folder to a disk that can be written.'],
  ENOSPC: ['the disk is full', 'Free some space and run the command again.'],
  EDQUOT: ['your disk quota is used up', 'Free some space and run the command again.'],
  EFBIG: ['the file would be too large', 'Free some space and run the command again.'],
  EMFILE: ['too many files are open', 'Close some programs and run the command again.'],
  EBUSY: [
    'another program holds it open',
    'Close it there (Excel locks open files) and run the command again.',
  ],
  EIO: ['the disk reports a fault', 'Copy the event folder to another disk.'],
};

/**
 * A refusal of the file system as SOS104 (write) or SOS105 (read), or the error itself where it is none: then it is
 * a fault of ours.
 */
export function fileFailure(error: unknown, path: string, doing: 'read' | 'write'): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const known = code === undefined ? undefined : REASONS[code];
  if (known === undefined) return error;
  const [reason, hint] = known;
  return doing === 'read' ? cannotRead(path, reason, hint) : cannotWrite(path, reason, hint);
}

function cannotRead(path: string, reason: string, hint: string): SosentError {
  return failure('SOS105', `Cannot read ${path}: ${reason}.`, { hint });
}

function cannotWrite(path: string, reason: string, hint: string): SosentError {
  return failure('SOS104', `Cannot write ${path}: ${reason}. Nothing was changed.`, { hint });
}
