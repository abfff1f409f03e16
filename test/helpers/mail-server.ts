import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { makeFolder } from './event-folder.ts';

/** A message that the server said it took. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
}

/** What a server does to a message; `drop` breaks the connection, `stall` never answers. */
type Answer = 'take' | 'drop' | 'stall' | { readonly code: number; readonly text: string };

export interface MailServerHabits {
  /** To RCPT TO; `turn` counts from 1 over all connections, `tries` over the same recipient. */
  readonly recipient?: (to: string, turn: number, tries: number) => Answer;
  /** To the whole message. `take-and-drop` takes it and breaks the connection in place of the answer. */
  readonly message?: (to: string, turn: number) => Answer | 'take-and-drop';
  readonly options?: SMTPServerOptions;
}

export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Addresses of `received`, in order of their names. */
  readonly recipients: () => readonly string[];
  /** How often somebody logged in, or tried to. */
  readonly logins: () => number;
  readonly connections: () => number;
}

/** A real mail server on loopback for one test. By default it offers no encryption and wants no login. */
export async function startMailServer(habits: MailServerHabits = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const tries = new Map<string, number>();
  let turns = 0;
  let messages = 0;
  let logins = 0;
  let connections = 0;

  const sockets = (id: string): void => {
    for (const one of server.connections) if (one.session.id === id) one._socket.destroy();
  };
  const answer = (what: Answer, session: { id: string }, done: (error?: Error | null) => void): void => {
    if (what === 'take') done();
    else if (what === 'drop') sockets(session.id);
    else if (what !== 'stall') done(Object.assign(new Error(what.text), { responseCode: what.code }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      logins += 1;
      if (password === 'right') done(null, { user: username });
      else done(new Error('Authentication credentials invalid'));
    },
    onRcptTo({ address }, session, done) {
      turns += 1;
      tries.set(address, (tries.get(address) ?? 0) + 1);
      answer(habits.recipient?.(address, turns, tries.get(address) ?? 1) ?? 'take', session, done);
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
      messages += 1;
      const what = habits.message?.(to, messages) ?? 'take';
      if (what === 'drop') return void stream.once('data', () => sockets(session.id)); // in the middle of it
      buffer(stream).then(
        (raw) => {
          if (what === 'take' || what === 'take-and-drop')
            received.push({ from, to, raw: raw.toString('utf8') });
          if (what === 'take-and-drop') sockets(session.id);
          else answer(what, session, done);
        },
        () => undefined, // a sender that was killed in the middle
      );
    },
    ...habits.options,
  });
  server.on('error', () => undefined); // a connection that we broke
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  const address = listening.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received,
    recipients: () => received.map((one) => one.to).sort(),
    logins: () => logins,
    connections: () => connections,
  };
}

export const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;

/** A certificate for `localhost` made for this run; the path goes into NODE_EXTRA_CA_CERTS. */
export async function makeCertificate(): Promise<{ key: string; cert: string; path: string }> {
  const folder = await makeFolder();
  const [key, path] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', key, '-out', path, '-days', '2'];
  const { status } = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    ...files,
    ...about,
  ]);
  if (status !== 0) throw new Error('openssl makes no certificate');
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(path, 'utf8'), path };
}
