import { expect, test } from 'vitest';
import { deliveryOf, reasonToStop, type SmtpError } from '../../src/sinks/smtp-failure.ts';

function error(about: Partial<SmtpError>): SmtpError {
  return Object.assign(new Error('what nodemailer says'), about);
}

test.each([
  ['refused for good', { responseCode: 550, command: 'RCPT TO' }, false, { state: 'failed' }],
  ['put off', { responseCode: 451, command: 'RCPT TO' }, false, { state: 'deferred' }],
  ['refused after the message', { responseCode: 554, command: 'DATA' }, true, { state: 'failed' }],
  ['put off after the message', { responseCode: 452, command: 'DATA' }, true, { state: 'deferred' }],
  ['out of step', { responseCode: 503, command: 'MAIL FROM' }, false, { state: 'deferred' }],
  ['too large for it', { responseCode: 552, command: 'MAIL FROM' }, false, { state: 'failed' }],
  ['out of step later', { responseCode: 503, command: 'DATA' }, true, { state: 'deferred' }],
  ['the server ends', { responseCode: 421, command: 'DATA' }, true, { state: 'deferred', stop: 'closing' }],
  ['the sender', { responseCode: 553, command: 'MAIL FROM' }, false, { state: 'deferred', stop: 'sender' }],
  ['not now, sender', { responseCode: 450, command: 'MAIL FROM' }, false, { state: 'deferred' }],
  [
    'a login',
    { responseCode: 530, command: 'MAIL FROM' },
    false,
    { state: 'deferred', stop: 'authentication' },
  ],
  ['lost before', { code: 'ECONNECTION' }, false, { state: 'lost' }],
  ['lost after', { code: 'ECONNECTION' }, true, { state: 'unknown' }],
  ['no answer', { code: 'ETIMEDOUT' }, true, { state: 'unknown' }],
  ['an answer to nothing', { code: 'EPROTOCOL', responseCode: 250 }, true, { state: 'unknown' }],
  ['too large', { code: 'EMESSAGE', command: 'MAIL FROM' }, false, { state: 'failed' }],
  ['no address', { code: 'EENVELOPE', command: 'API' }, false, { state: 'failed' }],
] as const)('%s', (_name, about, handedOver, expected) => {
  expect(deliveryOf(error(about), handedOver)).toEqual({ reply: 'what nodemailer says', ...expected });
});

test.each([
  [{ code: 'EAUTH', responseCode: 535 }, 'authentication'],
  [{ code: 'ETLS' }, 'encryption'],
  [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'encryption'],
  [{ code: 'ESOCKET', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'encryption'],
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'unreachable'],
  [{ code: 'EDNS', originalCode: 'ENOTFOUND' }, 'unreachable'],
  [{ code: 'ECONNECTION', responseCode: 421 }, 'closing'],
] as const)('a connection that is not made: %o', (about, expected) => {
  expect(reasonToStop(error(about))).toBe(expected);
});
