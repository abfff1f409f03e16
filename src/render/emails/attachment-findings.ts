import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Mailing } from '../../model/mailing.ts';
import type { Location, Problem } from '../../model/problem.ts';
import type { AttachedFile } from './attachment-files.ts';
import { listNames } from './list-names.ts';
import type { Message } from './render-mailing.ts';
import { MOST_ATTACHMENTS } from './warnings.ts';

export interface AttachmentFindings {
  readonly look: (message: Message) => void;
  /** SOS631, one for each attachment and reason, however many people it concerns. */
  readonly problems: (locate: (index: number) => Location) => readonly Problem[];
}

interface Finding {
  readonly index: number;
  readonly message: string;
  readonly hint: string;
  readonly people: Attendee[];
}

/** Collects what cannot be attached to messages that are made one after the other. */
export function attachmentFindings({
  mailing,
  find,
  sizeOf,
}: {
  readonly mailing: Mailing;
  readonly find: (path: string) => { readonly size: number } | { readonly reason: string };
  /** In bytes. */
  readonly sizeOf: (file: AttachedFile) => number;
}): AttachmentFindings {
  const found = new Map<string, Finding>();
  const add = (about: Omit<Finding, 'people'>, attendee: Attendee): void => {
    const entry = found.get(about.message) ?? { ...about, people: [] };
    entry.people.push(attendee);
    found.set(about.message, entry);
  };
  return {
    look: ({ recipient: { attendee }, attachments }) => {
      for (const file of attachments) {
        const reason = whyUnusable(file, find);
        if (reason === undefined) continue;
        const message = `"${file.settings.file}" cannot be attached: ${reason}`;
        add({ index: mailing.attachments.indexOf(file.settings), message, hint: MISSING_HINT }, attendee);
      }
      const size = attachments.reduce((sum, one) => sum + sizeOf(one), 0);
      if (size > MOST_ATTACHMENTS) add({ index: 0, message: TOO_LARGE, hint: SIZE_HINT }, attendee);
    },
    problems: (locate) =>
      [...found.values()].map(({ index, message, hint, people }) =>
        problem('SOS631', `${message} (${listNames(people)}).`, { location: locate(index), hint }),
      ),
  };
}

const MISSING_HINT =
  'Put the file there, or write { file: "...", optional: true } where only some people have one.';
const TOO_LARGE = `The attachments are larger than ${MOST_ATTACHMENTS / 1_000_000} MB, more than most servers take`;
const SIZE_HINT = 'Put the large file on a web page, and its address into the template.';

function whyUnusable(
  file: AttachedFile,
  find: (path: string) => { readonly size: number } | { readonly reason: string },
): string | undefined {
  if (file.unusable !== undefined) return 'what it is made of gives no name of a file';
  if (file.path === '') return undefined;
  const found = find(file.path);
  return 'reason' in found ? found.reason : undefined;
}
