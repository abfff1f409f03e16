import type { Message } from './render-mailing.ts';
import { MESSAGE_WARNINGS, type MessageWarning } from './warnings.ts';

/** What there is to say of a whole mailing, without its messages. */
export interface MailingTally {
  readonly messages: number;
  /** Number of messages by language, in order of the languages' tags. */
  readonly languages: Readonly<Record<string, number>>;
  /** How many messages have which warning, and how many have any. */
  readonly warnings: Readonly<Record<MessageWarning, number>>;
  readonly doubtful: number;
  /** Subject of the first message, or ''. */
  readonly firstSubject: string;
}

/** Counts messages that are made one after the other. */
export function tallyMessages(): {
  readonly add: (message: Message, warnings: readonly MessageWarning[]) => void;
  readonly total: () => MailingTally;
} {
  const languages = new Map<string, number>();
  const warnings = new Map<MessageWarning, number>(MESSAGE_WARNINGS.map((one) => [one, 0]));
  let [messages, doubtful, firstSubject] = [0, 0, ''];
  return {
    add: ({ recipient, subject }, found) => {
      if (messages === 0) firstSubject = subject;
      messages += 1;
      if (found.length > 0) doubtful += 1;
      languages.set(recipient.language, (languages.get(recipient.language) ?? 0) + 1);
      for (const one of found) warnings.set(one, (warnings.get(one) ?? 0) + 1);
    },
    total: () => ({
      messages,
      languages: Object.fromEntries([...languages].sort(([a], [b]) => (a < b ? -1 : 1))),
      // Every warning is a key from the beginning.
      warnings: Object.fromEntries(warnings) as Record<MessageWarning, number>,
      doubtful,
      firstSubject,
    }),
  };
}
