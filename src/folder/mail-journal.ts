import { createReadStream, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../errors.ts';
import { MAIL_STATES, type MailRecord } from '../model/mail-record.ts';
import { syncFolder } from './commit-files.ts';
import { fileFailure } from './file-failure.ts';
import { readJoins } from './history.ts';

/** The truth about what was sent: one JSON record per line, only ever appended to. */
export const MAIL_JOURNAL_FILE = 'data/mail-journal.jsonl';

interface Place {
  readonly root: string;
  readonly shownRoot: string;
}

/**
 * Tells every record of the journal, oldest first; none where there is no journal yet. Whoever was put together with
 * somebody since stands as that one: nobody gets a mail twice for having registered twice. A last line that was cut short
 * is passed over: what it was to say was never acted upon. Throws SOS108 for any other line that is no record, because
 * it may be the one that says that somebody has the mail.
 */
export async function readMailJournal(
  { root, shownRoot }: Place,
  take: (record: MailRecord) => void,
): Promise<void> {
  const shown = join(shownRoot, MAIL_JOURNAL_FILE);
  const joins = await readJoins({ root, shownRoot });
  try {
    for await (const { text, line, whole } of linesOf(join(root, MAIL_JOURNAL_FILE))) {
      const record = text === '' ? undefined : parseRecord(text);
      if (record !== undefined) take({ ...record, attendee: joins.get(record.attendee) ?? record.attendee });
      else if (whole && text !== '') throw damaged(shown, line);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw fileFailure(error, shown, 'read');
  }
}

interface JournalLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** False where the file ends before the line does. */
  readonly whole: boolean;
}

async function* linesOf(path: string): AsyncGenerator<JournalLine> {
  let line = 0;
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      yield { text: text.trim(), line, whole: true };
    }
  }
  if (rest !== '') yield { text: rest.trim(), line: line + 1, whole: false };
}

function parseRecord(text: string): MailRecord | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return isRecord(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(found: unknown): found is MailRecord {
  if (typeof found !== 'object' || found === null) return false;
  const one: { readonly [key in keyof MailRecord]?: unknown } = found;
  return (
    ['string', 'undefined'].includes(typeof one.hash) &&
    ['string', 'undefined'].includes(typeof one.reply) &&
    ['string', 'undefined'].includes(typeof one.messageId) &&
    (one.memo === undefined || (typeof one.memo === 'object' && one.memo !== null)) &&
    typeof one.mailing === 'string' &&
    typeof one.attendee === 'string' &&
    typeof one.at === 'string' &&
    !Number.isNaN(Date.parse(one.at)) &&
    MAIL_STATES.some((state) => state === one.state)
  );
}

function damaged(shown: string, line: number): Error {
  return failure(
    'SOS108',
    'This line of the journal cannot be understood. Nothing is sent while it stands.',
    {
      location: { file: shown, line },
      hint: 'It may say that somebody has a mail already. Restore the file from a backup, or mend the line.',
    },
  );
}

/** A journal that is open for more records. They stand in the file in the order in which they are given. */
export interface MailJournal {
  /** Kept once the records, and all before them, are on the disk. Those that wait at the same time share one sync. */
  readonly append: (records: readonly MailRecord[]) => Promise<void>;
  /**
   * Writes records that nothing waits for. They outlive the program at once, and a power cut as soon as somebody
   * else's are synced, or after a moment.
   */
  readonly note: (records: readonly MailRecord[]) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens the journal to append to it, with the mail lock held. A last line that was cut short is taken off, so that
 * the next record begins a line of its own. Throws SOS104.
 */
export async function openMailJournal({ root, shownRoot }: Place): Promise<MailJournal> {
  const path = join(root, MAIL_JOURNAL_FILE);
  try {
    const file = await open(path, 'a+');
    await repairTail(file);
    await file.sync();
    await syncFolder(join(root, 'data'));
    return journalOn(file);
  } catch (error) {
    throw fileFailure(error, join(shownRoot, MAIL_JOURNAL_FILE), 'write');
  }
}

/** Longer than any record; the last line of the file lies in this much of it. */
const TAIL = 1 << 20;

async function repairTail(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  const length = Math.min(size, TAIL);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  const end = buffer.lastIndexOf(0x0a) + 1;
  if (end === length) return;
  // An editor may have left out the last line feed of a whole record.
  if (parseRecord(buffer.toString('utf8', end).trim()) !== undefined) await file.appendFile('\n');
  else await file.truncate(size - length + end);
}

/** Milliseconds after which a record is synced that nobody waits for. */
const SYNC_AFTER = 20;

function journalOn(file: FileHandle): MailJournal {
  let current: Promise<void> | undefined;
  /** The sync that begins when the current one has ended, shared by everybody who wrote meanwhile. */
  let next: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  /** A journal that failed once takes nothing more: its end may be half a line. */
  let broken: unknown;

  /** A line is in the hands of the system within microseconds; a detour over a thread would take longer. */
  function write(records: readonly MailRecord[]): void {
    if (broken !== undefined) throw broken;
    const bytes = Buffer.from(records.map((one) => `${JSON.stringify(one)}\n`).join(''));
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file.fd, bytes, at);
    } catch (error) {
      broken = error;
      throw error;
    }
  }

  async function syncNow(): Promise<void> {
    clearTimeout(later);
    later = undefined;
    try {
      await file.datasync();
    } catch (error) {
      broken ??= error;
      throw error;
    } finally {
      current = undefined;
    }
  }

  function sync(): Promise<void> {
    if (current === undefined) {
      current = syncNow();
      return current;
    }
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        current = syncNow();
        return current;
      });
    return next;
  }

  return {
    async append(records) {
      write(records);
      await sync();
    },
    note(records) {
      write(records);
      // Where that fails, the next record is refused.
      later ??= setTimeout(() => void sync().catch(() => undefined), SYNC_AFTER);
    },
    async close() {
      clearTimeout(later);
      await sync().catch(() => undefined);
      await file.close();
    },
  };
}
