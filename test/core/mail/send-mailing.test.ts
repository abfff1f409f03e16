import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldJournal } from '../../../src/core/mail/journal.ts';
import {
  type Outgoing,
  type SendJob,
  type SendLimits,
  type SendProgress,
  sendMailing,
} from '../../../src/core/mail/send-mailing.ts';
import type { MailRecord } from '../../../src/model/mail-record.ts';
import { type Delivery, type MailConnection, MailStop } from '../../../src/ports.ts';

const LIMITS: SendLimits = { connections: 2, perConnection: 100, rate: undefined, retryAfter: [] };
const START = Date.parse('2026-03-01T12:00:00Z');

/** A server, a journal and a clock that a test looks into. Time passes only where somebody waits. */
interface World {
  readonly job: SendJob & { readonly outgoing: readonly Outgoing[] };
  readonly records: MailRecord[];
  /** Attendees whose message left, in order. */
  readonly handedOver: string[];
  readonly opened: () => number;
  readonly mostOpen: () => number;
  readonly now: () => number;
  readonly told: SendProgress[];
}

interface Habits {
  readonly limits?: Partial<SendLimits>;
  readonly recent?: readonly number[];
  /** What the server does at its nth turn, from 1. */
  readonly deliver?: (to: string, turn: number) => Delivery;
  /** Why the nth connection is not made. */
  readonly refuse?: (turn: number, open: number) => MailStop | undefined;
  /** Ctrl-C is pressed when so many messages were handed over. */
  readonly interruptAfter?: number;
  readonly breakJournalAt?: number;
}

const SENT: Delivery = { state: 'sent', reply: '250 OK' };

function worldOf(people: number, habits: Habits = {}): World {
  const records: MailRecord[] = [];
  const handedOver: string[] = [];
  const told: SendProgress[] = [];
  let now = 0;
  let turns = 0;
  let opened = 0;
  let open = 0;
  let mostOpen = 0;
  let writes = 0;

  const connect = (): MailConnection => {
    let isOpen = true;
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    return {
      isOpen: () => isOpen,
      async send({ to, ready }) {
        if (!isOpen) throw new Error('a closed connection is used');
        const delivery = habits.deliver?.(to, ++turns) ?? SENT;
        await pause(turns);
        await ready.catch(() => undefined);
        const [last] = records.filter((one) => `${one.attendee}@example.org` === to).slice(-1);
        if (delivery.state === 'sent' || delivery.state === 'unknown') {
          // Before anything leaves, the disk says that it may.
          if (writes < (habits.breakJournalAt ?? Number.POSITIVE_INFINITY))
            expect(last?.state).toBe('sending');
          handedOver.push(to.replace('@example.org', ''));
        }
        if (delivery.state === 'lost' || delivery.state === 'unknown') isOpen = false;
        return delivery;
      },
      close() {
        isOpen = false;
        open -= 1;
      },
    };
  };
  const job: World['job'] = {
    mailing: 'm',
    from: 'office@example.org',
    outgoing: Array.from({ length: people }, (_, index) => outgoing(`p${index + 1}`)),
    transport: {
      async open() {
        opened += 1;
        const stop = habits.refuse?.(opened, open);
        await pause(opened);
        if (stop !== undefined) throw stop;
        return connect();
      },
    },
    journal: {
      async append(some) {
        writes += 1;
        const isBroken = writes >= (habits.breakJournalAt ?? Number.POSITIVE_INFINITY);
        await pause(writes);
        if (isBroken) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        records.push(...some);
      },
      note(some) {
        writes += 1;
        if (writes >= (habits.breakJournalAt ?? Number.POSITIVE_INFINITY)) {
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        }
        records.push(...some);
      },
    },
    limits: { ...LIMITS, ...habits.limits },
    time: {
      now: () => new Date(START + now),
      elapsed: () => now,
      async wait(ms) {
        now += ms;
      },
    },
    recent: habits.recent ?? [],
    isInterrupted: () => handedOver.length >= (habits.interruptAfter ?? Number.POSITIVE_INFINITY),
    report: (progress) => told.push({ ...progress }),
  };
  return {
    job,
    records,
    handedOver,
    told,
    opened: () => opened,
    mostOpen: () => mostOpen,
    now: () => now,
  };
}

function outgoing(attendee: string): Outgoing {
  const messageId = `<${attendee}@host>`;
  return {
    attendee,
    address: `${attendee}@example.org`,
    messageId,
    version: 0,
    compose: async () => {
      const bytes = Buffer.from(`Message-ID: ${messageId}\r\n\r\nHello`);
      return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), memo: { calendar: attendee } };
    },
  };
}

/** A few turns of the event loop, so that workers meet in many orders. */
async function pause(turn: number): Promise<void> {
  for (let count = turn % 4; count > 0; count -= 1) await Promise.resolve();
}

function statesOf({ records }: World): Readonly<Record<string, string>> {
  const journal = foldJournal();
  for (const one of records) journal.add(one);
  return Object.fromEntries([...journal.of('m')].map(([id, { state }]) => [id, state]));
}

describe('what it does', () => {
  test('each message has a record before and after, with the hash of what was previewed', async () => {
    const world = worldOf(1);
    expect(await sendMailing(world.job)).toEqual({
      sent: 1,
      unsent: [],
      untried: [],
      stop: undefined,
      interrupted: false,
    });
    const at = '2026-03-01T12:00:00.000Z';
    expect(world.records).toEqual([
      { at, mailing: 'm', attendee: 'p1', state: 'sending', messageId: '<p1@host>' },
      {
        at,
        mailing: 'm',
        attendee: 'p1',
        state: 'sent',
        reply: '250 OK',
        hash: createHash('sha256').update('Message-ID: <p1@host>\r\n\r\nHello').digest('hex'),
        memo: { calendar: 'p1' },
      },
    ]);
  });

  test('no more connections than messages, and a new one after so many', async () => {
    const few = worldOf(1, { limits: { connections: 5 } });
    await sendMailing(few.job);
    expect(few.opened()).toBe(1);
    const many = worldOf(10, { limits: { connections: 1, perConnection: 3 } });
    await sendMailing(many.job);
    expect({ opened: many.opened(), most: many.mostOpen() }).toEqual({ opened: 4, most: 1 });
  });

  test('a limit of the server is kept, with what earlier runs sent', async () => {
    const rate = { messages: 2, per: 60_000 };
    const world = worldOf(5, { limits: { rate, connections: 1 }, recent: [10_000] });
    await sendMailing(world.job);
    const starts = world.records
      .filter((one) => one.state === 'sending')
      .map((one) => Math.round((Date.parse(one.at) - START) / 1000));
    expect(starts).toEqual([0, 50, 60, 110, 120]);
    expect(Math.max(...world.told.map((one) => one.pause))).toBe(50_000);
  });

  test('a message that is put off is tried again after each wait, then left for the next run', async () => {
    const later: Delivery = { state: 'deferred', reply: '451 later' };
    const world = worldOf(2, {
      limits: { connections: 1, retryAfter: [1_000, 5_000] },
      deliver: (to) => (to.startsWith('p1@') ? later : SENT),
    });
    const report = await sendMailing(world.job);
    expect(report).toEqual({
      sent: 1,
      unsent: [{ attendee: 'p1', state: 'deferred', reply: '451 later' }],
      untried: [],
      stop: undefined,
      interrupted: false,
    });
    expect(world.now()).toBe(6_000);
    expect(world.records.map((one) => `${one.attendee} ${one.state}`)).toEqual([
      'p1 sending',
      'p1 deferred',
      'p2 sending',
      'p2 sent',
      'p1 sending',
      'p1 deferred',
      'p1 sending',
      'p1 deferred',
    ]);
  });

  test('Ctrl-C waits for what is under way, and for nothing else', async () => {
    const world = worldOf(10, { interruptAfter: 3 });
    const { sent, untried, interrupted } = await sendMailing(world.job);
    expect({ sent, interrupted, all: sent + untried.length }).toEqual({ sent, interrupted: true, all: 10 });
    expect(sent).toBeLessThan(6);
    expect(new Set(Object.values(statesOf(world)))).toEqual(new Set(['sent']));
  });

  test('Ctrl-C is heard within a blink while it waits for the limit', async () => {
    let isPressed = false;
    const world = worldOf(5, { limits: { rate: { messages: 1, per: 3_600_000 } } });
    const job = { ...world.job, isInterrupted: () => isPressed };
    const wait = job.time.wait;
    const time = {
      ...job.time,
      async wait(ms: number) {
        await wait(ms);
        isPressed = true;
      },
    };
    const { sent, interrupted } = await sendMailing({ ...job, time });
    expect({ sent, interrupted, waited: world.now() }).toEqual({ sent: 1, interrupted: true, waited: 200 });
  });

  test('a journal that fails ends it: nothing leaves without its record', async () => {
    for (let breakJournalAt = 1; breakJournalAt <= 12; breakJournalAt += 1) {
      const world = worldOf(6, { breakJournalAt, limits: { connections: 1 } });
      await expect(sendMailing(world.job)).rejects.toThrow('no space');
    }
  });

  test('a template that fails ends it, with the journal complete', async () => {
    const world = worldOf(4, { limits: { connections: 1 } });
    const broken = world.job.outgoing.with(2, {
      ...outgoing('p3'),
      compose: () => Promise.reject(new Error('a hole')),
    });
    await expect(sendMailing({ ...world.job, outgoing: broken })).rejects.toThrow('a hole');
    expect(statesOf(world)).toEqual({ p1: 'sent', p2: 'sent' });
  });
});

describe('connections that are not made', () => {
  test.each(['unreachable', 'encryption', 'authentication', 'closing'] as const)(
    '%s at first: one try, and nobody is tried',
    async (reason) => {
      const world = worldOf(5, { refuse: () => new MailStop(reason, 'no') });
      expect(await sendMailing(world.job)).toEqual({
        sent: 0,
        unsent: [],
        untried: ['p1', 'p2', 'p3', 'p4', 'p5'],
        stop: { reason, detail: 'no' },
        interrupted: false,
      });
      expect({ opened: world.opened(), records: world.records }).toEqual({ opened: 1, records: [] });
    },
  );

  test('a server that is gone for a while is waited for; one that stays away is not', async () => {
    const away = (turns: number): Habits => ({
      limits: { connections: 1, perConnection: 1 },
      refuse: (turn) => (turn > 1 && turn <= 1 + turns ? new MailStop('unreachable', 'gone') : undefined),
    });
    const back = worldOf(3, away(3));
    expect((await sendMailing(back.job)).sent).toBe(3);
    expect(back.now()).toBe(21_000);
    const gone = worldOf(3, away(99));
    expect(await sendMailing(gone.job)).toMatchObject({
      sent: 1,
      untried: ['p2', 'p3'],
      stop: { reason: 'unreachable', detail: 'gone' },
    });
  });
});

test('whatever a server does: everybody is in one place, and nobody gets two', async () => {
  const delivery = fc.oneof(
    { weight: 6, arbitrary: fc.constant(SENT) },
    fc.constantFrom<Delivery>(
      { state: 'deferred', reply: '451' },
      { state: 'failed', reply: '550' },
      { state: 'unknown', reply: 'gone' },
      { state: 'lost', reply: 'gone' },
    ),
    fc.constant<Delivery>({ state: 'deferred', reply: '421', stop: 'closing' }),
  );
  const habits = fc.record({
    people: fc.integer({ min: 0, max: 12 }),
    deliveries: fc.array(delivery, { minLength: 1, maxLength: 40 }),
    refused: fc.array(fc.constantFrom('', '', '', 'unreachable', 'closing'), { minLength: 1, maxLength: 12 }),
    connections: fc.integer({ min: 1, max: 4 }),
    perConnection: fc.integer({ min: 1, max: 4 }),
    retries: fc.integer({ min: 0, max: 2 }),
    rate: fc.option(fc.record({ messages: fc.integer({ min: 1, max: 3 }), per: fc.constant(30_000) })),
    interruptAfter: fc.option(fc.integer({ min: 0, max: 12 })),
  });
  await fc.assert(
    fc.asyncProperty(habits, async (given) => {
      const world = worldOf(given.people, {
        limits: {
          connections: given.connections,
          perConnection: given.perConnection,
          retryAfter: Array(given.retries).fill(1_000),
          rate: given.rate ?? undefined,
        },
        deliver: (_to, turn) => given.deliveries[turn % given.deliveries.length] ?? SENT,
        refuse: (turn) => {
          const reason = given.refused[turn % given.refused.length];
          return reason === 'unreachable' || reason === 'closing' ? new MailStop(reason, 'no') : undefined;
        },
        interruptAfter: given.interruptAfter ?? Number.POSITIVE_INFINITY,
      });
      const report = await sendMailing(world.job);
      const states = statesOf(world);
      const everybody = world.job.outgoing.map((one) => one.attendee);
      const sent = everybody.filter((one) => states[one] === 'sent');
      const unsent = report.unsent.map((one) => one.attendee);
      expect([...sent, ...unsent, ...report.untried].sort()).toEqual([...everybody].sort());
      expect(sent).toHaveLength(report.sent);
      for (const one of report.unsent) expect(states[one.attendee]).toBe(one.state);
      for (const one of report.untried) expect(states[one]).toBeUndefined();
      expect(new Set(world.handedOver).size).toBe(world.handedOver.length);
      expect(world.mostOpen()).toBeLessThanOrEqual(given.connections);
      if (report.stop === undefined && !report.interrupted) expect(report.untried).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
