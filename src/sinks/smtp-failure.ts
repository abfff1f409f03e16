import type { Delivery, MailStop } from '../ports.ts';

/** What nodemailer tells about a failure (its `NodemailerError`). */
export interface SmtpError extends Error {
  readonly code?: string | undefined;
  /** The operating system's code, where nodemailer put its own in place of it. */
  readonly originalCode?: string | undefined;
  /** `MAIL FROM`, `RCPT TO`, `DATA`, ... */
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** Answers that mean "log in first", or "not with this login" (RFC 4954). */
const LOGIN_CODES = [530, 534, 535, 538];
const WRONG_STATE = 503;
/** A server that is told the size with the sender refuses the message, not the sender. */
const TOO_LARGE = 552;
/** Codes of Node.js for a certificate that is not to be trusted. */
const CERTIFICATE =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_OSSL_|HOSTNAME_MISMATCH)|^EPROTO$/;

/** Why a connection could not be made. */
export function reasonToStop(error: SmtpError): MailStop['reason'] {
  if (error.responseCode === 421) return 'closing';
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH' || isLogin(error)) return 'authentication';
  if (error.code === 'ETLS' || CERTIFICATE.test(error.originalCode ?? error.code ?? '')) return 'encryption';
  return 'unreachable';
}

/**
 * What became of a message that the server did not simply take. `handedOver`: at least a part of it left. A reply
 * decides; where none came, nobody knows of a message that left.
 */
export function deliveryOf(error: SmtpError, handedOver: boolean): Delivery {
  const reply = error.response ?? error.message;
  const code = error.responseCode;
  if (code === undefined && isOurs(error)) return { state: 'failed', reply };
  if (code === undefined || code < 400) return { state: handedOver ? 'unknown' : 'lost', reply };
  if (code === 421) return { state: 'deferred', reply, stop: 'closing' };
  if (isLogin(error)) return { state: 'deferred', reply, stop: 'authentication' };
  // The session was in the wrong state, which says nothing about the message.
  if (code < 500 || code === WRONG_STATE) return { state: 'deferred', reply };
  if (error.command === 'MAIL FROM' && code !== TOO_LARGE)
    return { state: 'deferred', reply, stop: 'sender' };
  return { state: 'failed', reply };
}

/** Refused by nodemailer before it was sent: too large for the server, or an address that is none. */
function isOurs({ code, command }: SmtpError): boolean {
  return (code === 'EMESSAGE' && command === 'MAIL FROM') || (code === 'EENVELOPE' && command === 'API');
}

function isLogin({ responseCode = 0 }: SmtpError): boolean {
  return LOGIN_CODES.includes(responseCode);
}
