import { expect, test } from 'vitest';
import { tidyText } from '../../../src/render/emails/tidy-text.ts';

test('lines are broken at 76 characters, values go on below themselves', () => {
  expect(
    tidyText(`Hello!



  Where:     The conference centre by the fjord, Example street 1, 0150 Oslo, Norway
  10:15–11:00   A session with a title that is far too long to stand on one single line
A sentence that is longer than the line of a plain-text message may be, and so goes on.

-- 
The event`),
  ).toBe(`Hello!

  Where:     The conference centre by the fjord, Example street 1, 0150
             Oslo, Norway
  10:15–11:00   A session with a title that is far too long to stand on one
                single line
A sentence that is longer than the line of a plain-text message may be, and
so goes on.

-- 
The event
`);
});

test('nothing is left that a mail program would not show', () => {
  expect(tidyText('a\r\nb\rc\u2028d\u0007e\tf\u202eg\u2066h\ud800i\u0085')).toBe('a\nb\nc\nd e fgh\ufffdi\n');
});
