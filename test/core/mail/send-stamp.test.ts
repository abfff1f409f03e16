import { expect, test } from 'vitest';
import { idOfVersion, stampMessage } from '../../../src/core/mail/send-stamp.ts';

const MESSAGE = Buffer.from('From: a\r\nMessage-ID: <k@host>\r\n\r\nMessage-ID: <k@host>\r\n');
const date = new Date('2026-03-01T09:05:00Z');
const stamped = (version: number, messageId = '<k@host>'): string =>
  Buffer.from(stampMessage(MESSAGE, { date, messageId, version })).toString();

test('the first version is what was previewed, with a date', () => {
  expect(stamped(0)).toBe(`Date: Sun, 01 Mar 2026 09:05:00 +0000\r\n${MESSAGE.toString()}`);
});

test('a later version has an id of its own, in the header only', () => {
  expect(stamped(2)).toBe(
    'Date: Sun, 01 Mar 2026 09:05:00 +0000\r\nFrom: a\r\nMessage-ID: <k.3@host>\r\n\r\nMessage-ID: <k@host>\r\n',
  );
  expect(idOfVersion({ messageId: '<k@host>', version: 0 })).toBe('<k@host>');
});

test('a message that does not carry its id is a fault of ours', () => {
  expect(() => stamped(1, '<other@host>')).toThrow('does not carry its own id');
});
