import { expect, it } from 'vitest';
import { cleanEmail } from '../../../src/core/registrations/clean-email.ts';

it.each([
  ['kari@x.example', { email: 'kari@x.example', name: '', others: [], takenApart: false }],
  ['mailto:Kari@X.example', { email: 'Kari@X.example', name: '', others: [], takenApart: false }],
  [
    '\u202akåre@blåbær.example\u202c',
    { email: 'kåre@blåbær.example', name: '', others: [], takenApart: false },
  ],
  ['', { email: '', name: '', others: [], takenApart: false }],
  ['<kari@x.example>', { email: 'kari@x.example', name: '', others: [], takenApart: true }],
  ['kari@x.example;', { email: 'kari@x.example', name: '', others: [], takenApart: true }],
  ['Kari Moe <kari@x.example>', { email: 'kari@x.example', name: 'Kari Moe', others: [], takenApart: true }],
  [
    '"Moe, Kari" <kari@x.example>',
    { email: 'kari@x.example', name: 'Moe, Kari', others: [], takenApart: true },
  ],
  [
    'kari@x.example / ola@x.example'.replace(' /', ','),
    { email: 'kari@x.example', name: '', others: ['ola@x.example'], takenApart: true },
  ],
  [
    'a@x.example\nb@x.example; a@x.example',
    { email: 'a@x.example', name: '', others: ['b@x.example'], takenApart: true },
  ],
])('%j holds %j', (cell, expected) => {
  expect(cleanEmail(cell, 'no')).toEqual(expected);
});

it.each([
  ['kari(a)oslo.example', 'kari@oslo.example'],
  ['kari [at] oslo.example', 'kari@oslo.example'],
  ['kari at oslo.example', 'kari@oslo.example'],
  ['kari@oslo,example', 'kari@oslo.example'],
  ['kari..moe@oslo..example', 'kari.moe@oslo.example'],
  ['kari@@oslo.example', 'kari@oslo.example'],
  ['kari @ oslo.example', 'kari@oslo.example'],
  ['kari@oslo. example', 'kari@oslo.example'],
  ['.kari@oslo.example', 'kari@oslo.example'],
  ['kari@oslo.example.', 'kari@oslo.example'],
  ['kari@gmail', 'kari@gmail.com'],
  ['kari@asker', 'kari@asker.no'],
  ['kari@x.example, samme', 'kari@x.example'],
])('%j was probably meant as %s', (cell, meant) => {
  expect(cleanEmail(cell, 'no')).toEqual({ fault: 'is not an e-mail address', meant });
});

it.each([
  'ingen',
  'anonymous',
  'kari moe@x.example',
  'a@b.example\nBcc: c@d.example',
  `${'a'.repeat(300)}@x.example`,
])('%j is no address, and nothing is guessed', (cell) => {
  expect(cleanEmail(cell, 'no')).toEqual({ fault: 'is not an e-mail address' });
});

it('refuses quotation marks in plain words', () => {
  expect(cleanEmail('"kari moe"@x.example', 'no')).toEqual({
    fault: 'has quotation marks, which few mail servers take and sosent does not',
  });
});
