/**
 * One contender of bench/emails-send.js, in a process of its own: `emails-send-contender.js <name> <port> <count>`.
 * `sosent` is the sender with its journal on the disk; `nodemailer` is a bare pool without one. Both make each
 * message with nodemailer's composer when its turn comes, of the same texts.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import { sendMailing } from '../dist/core/mail/send-mailing.js';
import { openMailJournal } from '../dist/folder/mail-journal.js';
import { composeMessage } from '../dist/render/emails/compose-message.js';
import { smtpTransport } from '../dist/sinks/smtp.js';
import { HTML, TEXT } from './emails-send-texts.js';

const CONNECTIONS = 5;
const [, , name, port = '0', count = '0'] = process.argv;
const contenders = { sosent, nodemailer: bareNodemailer };
await contenders[name ?? '']?.(Number(port), Number(count));
const { user, system } = process.cpuUsage();
writeFileSync('cpu.txt', String((user + system) / 1e6));

/**
 * @param {number} port
 * @param {number} count
 */
async function sosent(port, count) {
  const root = mkdtempSync(join(process.cwd(), 'journal-'));
  mkdirSync(join(root, 'data'));
  const journal = await openMailJournal({ root, shownRoot: '.' });
  const server = { host: '127.0.0.1', port, security: 'none', user: '', timeout: 60_000, dkim: undefined };
  const from = { name: 'Office', address: 'office@example.org' };
  const report = await sendMailing({
    mailing: 'your-sessions',
    from: from.address,
    outgoing: {
      length: count,
      at: (index) => {
        const message = messageTo(index);
        const { attendee, address, messageId } = message.recipient;
        return {
          attendee: attendee.id,
          address,
          messageId,
          version: 0,
          compose: () => composeMessage({ from, replyTo: undefined }, message),
        };
      },
    },
    transport: smtpTransport(server, { password: undefined, dkimKey: undefined }),
    journal,
    limits: {
      connections: CONNECTIONS,
      perConnection: Number.POSITIVE_INFINITY,
      rate: undefined,
      retryAfter: [],
    },
    time: { now: () => new Date(), elapsed: () => performance.now(), wait: (ms) => setTimeout(ms) },
    recent: [],
    isInterrupted: () => false,
    report: () => undefined,
  });
  await journal.close();
  rmSync(root, { recursive: true });
  if (report.sent !== count) throw new Error(JSON.stringify(report.stop));
}

/** @param {number} index */
function messageTo(index) {
  const name = `Person ${index}`;
  return {
    recipient: {
      attendee: { id: `p${index}`, name },
      address: `p${index}@example.org`,
      language: 'en',
      messageId: `<${index}.sosent@example.org>`,
    },
    subject: `Your sessions, ${name}`,
    text: TEXT.replaceAll('NAME', name),
    html: HTML.replaceAll('NAME', name),
  };
}

/**
 * @param {number} port
 * @param {number} count
 */
async function bareNodemailer(port, count) {
  const pool = nodemailer.createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  let next = 0;
  // As many at once as there are connections, as the pool would otherwise hold all messages in memory.
  await Promise.all(
    Array.from({ length: CONNECTIONS * 2 }, async () => {
      while (next < count) {
        const { recipient, subject, text, html } = messageTo(next++);
        await pool.sendMail({
          from: 'Office <office@example.org>',
          to: { name: recipient.attendee.name, address: recipient.address },
          subject,
          text,
          html,
          textEncoding: 'quoted-printable',
          messageId: recipient.messageId,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en' },
        });
      }
    }),
  );
  pool.close();
}
