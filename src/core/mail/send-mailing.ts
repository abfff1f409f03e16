import type { MailMemo, MailRecord } from '../../model/mail-record.ts';
import type { Delivery, MailConnection, MailTransport } from '../../ports.ts';
import { replyText } from './journal.ts';
import { connector, TICK_MS } from './send-connection.ts';
import { paceOf, type Rate } from './send-pace.ts';
import { type Attempt, type QueueSource, sendQueue } from './send-queue.ts';
import { idOfVersion, stampMessage } from './send-stamp.ts';
import { type SendStop, tallyOf, type Unsent } from './send-tally.ts';

/** One message that is ready to be sent, made when its turn comes. */
export interface Outgoing {
  /** Id of the attendee. */
  readonly attendee: string;
  readonly address: string;
  /** Of the first version. */
  readonly messageId: string;
  /** How many versions of this mailing they were sent before. */
  readonly version: number;
  compose(): Promise<OutgoingMessage>;
}

export interface OutgoingMessage {
  /** As they are previewed: all but `Date`. */
  readonly bytes: Uint8Array;
  /** By which a later version is told from this one. */
  readonly hash: string;
  /** Kept in the journal once it was sent; undefined where there is nothing to keep. */
  readonly memo: MailMemo | undefined;
}

export interface SendJob {
  readonly mailing: string;
  /** Address of the envelope. */
  readonly from: string;
  /** In the order in which they are sent; each is asked for when its turn comes. */
  readonly outgoing: QueueSource<Outgoing>;
  readonly transport: MailTransport;
  readonly journal: SendJournal;
  readonly limits: SendLimits;
  readonly time: SendTime;
  /** Ages in milliseconds of the attempts of earlier runs, oldest first. */
  readonly recent: readonly number[];
  readonly isInterrupted: () => boolean;
  readonly report: (progress: SendProgress) => void;
}

/** Where records of attempts go, in the order in which they are given. */
export interface SendJournal {
  /** Kept once the records, and all before them, are on the disk. */
  append(records: readonly MailRecord[]): Promise<void>;
  /** Writes records that nothing waits for; they come to the disk with the next ones. */
  note(records: readonly MailRecord[]): void;
}

export interface SendLimits {
  /** Open at once. */
  readonly connections: number;
  /** Messages before a connection is replaced by a new one. */
  readonly perConnection: number;
  readonly rate: Rate | undefined;
  /** Waits in milliseconds before a message that was not taken is tried again, each time the next one. */
  readonly retryAfter: readonly number[];
}

export interface SendTime {
  now(): Date;
  /** Milliseconds of a clock that never goes back. */
  elapsed(): number;
  wait(ms: number): Promise<void>;
}

export interface SendProgress {
  readonly total: number;
  readonly sent: number;
  readonly failed: number;
  readonly unknown: number;
  /** Not taken, and to be tried again. */
  readonly waiting: number;
  /** Milliseconds since the start. */
  readonly elapsed: number;
  /** Until the next message begins, where all have to wait; 0 where one is under way. */
  readonly pause: number;
}

export interface SendReport {
  readonly sent: number;
  /** Those that were tried and are not sent, as they stand in the end. */
  readonly unsent: readonly Unsent[];
  /** Ids of the attendees whose turn did not come. */
  readonly untried: readonly string[];
  readonly stop: SendStop | undefined;
  /** Ctrl-C was pressed before all was done. */
  readonly interrupted: boolean;
}

/** A message whose connection was lost so often is left for the next run. */
const MOST_LOSSES = 3;
/** Connections are closed for longer waits: servers end idle ones, some with a complaint. */
const IDLE_MS = 10_000;

/**
 * Sends every message once. Each attempt is in the journal before anything of the message leaves, and its end is
 * right after the server's answer. Ends early where no other message would fare better, or Ctrl-C was pressed; the
 * message under way is always waited for. Throws what the journal or a template throws, with the rest untried.
 */
export async function sendMailing(job: SendJob): Promise<SendReport> {
  const { limits, time } = job;
  const start = time.elapsed();
  const queue = sendQueue(job.outgoing);
  const pace = paceOf(
    limits.rate,
    job.recent.map((age) => start - age),
  );
  const tally = tallyOf(limits);
  let fault: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    fault ??= { error };
  };
  const isOver = (): boolean => tally.stop() !== undefined || fault !== undefined || job.isInterrupted();
  const connections = connector(job, tally, isOver);
  const tell = (pause: number): void => {
    const elapsed = time.elapsed() - start;
    job.report({ total: job.outgoing.length, ...tally.counts(), waiting: queue.waiting(), elapsed, pause });
  };

  /** The next message, when its time has come; undefined where the worker is not needed any more. */
  async function next(idle: () => void): Promise<Attempt<Outgoing> | undefined> {
    while (!isOver()) {
      const now = time.elapsed();
      const due = queue.waitAt(now);
      if (due === undefined) return undefined;
      const wait = Math.max(due, pace.waitAt(now));
      if (wait === 0) {
        pace.count(now);
        return queue.take(now);
      }
      if (wait > IDLE_MS) idle();
      tell(wait);
      await time.wait(Math.min(wait, TICK_MS));
    }
    return undefined;
  }

  /** A message that was not taken has its turn later, as far as that is of use. */
  function again(one: Attempt<Outgoing>, { state, stop }: Delivery): void {
    if (stop !== undefined) return;
    const now = time.elapsed();
    const wait = limits.retryAfter[one.deferrals];
    if (state === 'deferred' && wait !== undefined) {
      queue.later({ ...one, deferrals: one.deferrals + 1 }, now + wait);
    } else if (state === 'lost' && one.losses < MOST_LOSSES) {
      queue.later({ ...one, losses: one.losses + 1 }, now);
    }
  }

  async function work(opened: MailConnection | undefined): Promise<void> {
    let connection = opened;
    let carried = 0;
    const leave = (): void => {
      if (connection !== undefined) connections.close(connection);
      connection = undefined;
    };
    try {
      for (let one = await next(leave); one !== undefined; one = await next(leave)) {
        if (connection?.isOpen() !== true || carried >= limits.perConnection) {
          leave();
          connection = await connections.open();
          carried = 0;
        }
        if (connection === undefined) return queue.later(one, time.elapsed());
        carried += 1;
        const delivery = await deliver(job, connection, one.outgoing);
        again(one, delivery);
        tally.add(one.outgoing.attendee, delivery);
        tell(0);
      }
    } catch (error) {
      fail(error);
    } finally {
      leave();
    }
  }

  const isDone = (): boolean => isOver() || queue.waitAt(0) === undefined;
  while (!isDone()) {
    // One connection first: a wrong password is told once, not by every worker, before the server locks the account.
    const first = await connections.open().catch(fail);
    if (first === undefined) break;
    const others = Math.min(limits.connections, job.outgoing.length) - 1;
    await Promise.all([work(first), ...Array.from({ length: others }, () => work(undefined))]);
  }
  await job.journal.append([]).catch(fail);
  if (fault !== undefined) throw fault.error;
  const tried = new Set(tally.unsent().map((one) => one.attendee));
  return {
    sent: tally.counts().sent,
    unsent: tally.unsent(),
    untried: queue.rest().flatMap((one) => (tried.has(one.attendee) ? [] : [one.attendee])),
    stop: tally.stop(),
    interrupted: job.isInterrupted() && queue.waitAt(0) !== undefined,
  };
}

/** One attempt, with its record before and after. */
async function deliver(
  { mailing, from, journal, time }: SendJob,
  connection: MailConnection,
  outgoing: Outgoing,
): Promise<Delivery> {
  const { attendee, address, messageId, version } = outgoing;
  const { bytes, hash, memo } = await outgoing.compose();
  const date = time.now();
  const ready = journal.append([
    { at: date.toISOString(), mailing, attendee, state: 'sending', messageId: idOfVersion(outgoing) },
  ]);
  ready.catch(() => undefined); // heard of when the connection is done with it
  const message = stampMessage(bytes, { date, messageId, version });
  const delivery = await connection.send({ from, to: address, message, ready });
  await ready;
  const reply = replyText(delivery.reply);
  const state = delivery.state === 'lost' ? 'deferred' : delivery.state;
  const record: MailRecord = {
    at: time.now().toISOString(),
    mailing,
    attendee,
    state,
    reply,
    ...(state === 'sent' ? { hash, ...(memo === undefined ? {} : { memo }) } : {}),
  };
  journal.note([record]);
  return { ...delivery, reply };
}
