import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { domainToASCII } from 'node:url';
import Dkim from 'nodemailer/lib/dkim';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from '../model/smtp-settings.ts';
import { type Delivery, type Letter, type MailConnection, MailStop, type MailTransport } from '../ports.ts';
import { deliveryOf, reasonToStop } from './smtp-failure.ts';
import type { SmtpSecrets } from './smtp-secrets.ts';

/** The mail server of sosent.yaml. Messages are handed over byte for byte, signed where it says so. */
export function smtpTransport(settings: SmtpSettings, secrets: SmtpSecrets): MailTransport {
  return { open: () => openConnection(settings, secrets) };
}

/** The longest that connecting and each step of logging in may take, in milliseconds. */
const LONGEST_SETUP = 30_000;
const LONGEST_GOODBYE = 1_000;

async function openConnection(settings: SmtpSettings, secrets: SmtpSecrets): Promise<MailConnection> {
  const { host, port, security, user, timeout } = settings;
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    allowInternalNetworkInterfaces: true,
    connectionTimeout: Math.min(timeout, LONGEST_SETUP),
    greetingTimeout: Math.min(timeout, LONGEST_SETUP),
    socketTimeout: timeout,
    socketCloseTimeout: 1_000,
  });
  let isOpen = true;
  const lost = (): void => {
    isOpen = false;
  };
  connection.on('error', lost);
  connection.on('end', lost);
  try {
    await step(connection, (done) => connection.connect(done));
    const { password } = secrets;
    if (password !== undefined) {
      await step(connection, (done) =>
        connection.login({ user, credentials: { user, pass: password } }, done),
      );
    }
  } catch (error) {
    connection.close();
    if (!(error instanceof Error)) throw error;
    throw new MailStop(reasonToStop(error), error.message);
  }
  return {
    isOpen: () => isOpen,
    send: (letter) => send(connection, letter, { settings, secrets }),
    close: () => (isOpen ? sayGoodbye(connection) : connection.close()),
  };
}

/** A server that does not answer must not keep the program waiting. */
function sayGoodbye(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), LONGEST_GOODBYE).unref();
}

async function send(
  connection: SMTPConnection,
  letter: Letter,
  { settings, secrets }: { readonly settings: SmtpSettings; readonly secrets: SmtpSecrets },
): Promise<Delivery> {
  const message = await signed(letter.message, settings, secrets);
  const envelope = { from: inAscii(letter.from), to: inAscii(letter.to), size: message.length };
  const delivery = await new Promise<Delivery>((resolve) => {
    let handedOver = false;
    // Read only after the server has agreed to take the message, so that the journal is written meanwhile.
    const body = new Readable({
      read() {
        letter.ready.then(
          () => {
            handedOver = true;
            this.push(message);
            this.push(null);
          },
          () => {
            // nodemailer forgets the message when we close, and would never answer
            connection.close();
            resolve({ state: 'lost', reply: 'The journal could not be written.' });
          },
        );
      },
    });
    connection.send(envelope, body, (error, info) => {
      if (error === null) resolve({ state: 'sent', reply: info?.response ?? '' });
      else resolve(deliveryOf(error, handedOver));
    });
  });
  if (delivery.state !== 'sent') await beginAnew(connection);
  return delivery;
}

/** After a message that was not taken, a server may still be in the middle of it. */
async function beginAnew(connection: SMTPConnection): Promise<void> {
  if (connection.destroyed) return;
  await step(connection, (done) => connection.reset(done)).catch(() => connection.close());
}

/** A domain with letters of any script, as servers know it. */
function inAscii(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

async function signed(
  message: Uint8Array,
  { dkim }: SmtpSettings,
  { dkimKey }: SmtpSecrets,
): Promise<Uint8Array> {
  if (dkim === undefined || dkimKey === undefined) return message;
  const signer = new Dkim({ domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkimKey });
  return buffer(signer.sign(Buffer.from(message)));
}

/** One step of a session; a connection that ends meanwhile ends it too. */
function step(
  connection: SMTPConnection,
  run: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('The server closed the connection.'));
    connection.once('error', reject);
    connection.once('end', end);
    run((error) => {
      connection.off('error', reject);
      connection.off('end', end);
      if (error) reject(error);
      else resolve();
    });
  });
}
