/** What a message is given when it is handed over. */
export interface Stamp {
  readonly date: Date;
  /** Of the message as it is previewed. */
  readonly messageId: string;
  /** How many other versions of it the same attendee was sent before. */
  readonly version: number;
}

/**
 * The message that is sent: the bytes that the preview shows, with a `Date` in front. A later version has an id of its
 * own, because mail programs show one message for each id; an attempt that is made again keeps its id for that reason.
 */
export function stampMessage(message: Uint8Array, stamp: Stamp): Uint8Array {
  const date = Buffer.from(`Date: ${dateText(stamp.date)}\r\n`);
  const id = idOfVersion(stamp);
  return Buffer.concat([date, id === stamp.messageId ? message : withId(message, stamp.messageId, id)]);
}

/** `<key@host>` for the first version, `<key.2@host>` for the second. */
export function idOfVersion({ messageId, version }: Omit<Stamp, 'date'>): string {
  return version === 0 ? messageId : messageId.replace('@', `.${version + 1}@`);
}

function withId(message: Uint8Array, before: string, after: string): Uint8Array {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const line = `Message-ID: ${before}\r\n`;
  const at = bytes.indexOf(line);
  if (at === -1 || at > bytes.indexOf('\r\n\r\n')) throw new Error('the message does not carry its own id');
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(`Message-ID: ${after}\r\n`),
    bytes.subarray(at + line.length),
  ]);
}

/** RFC 5322, 3.3. */
function dateText(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}
