import { exec } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { failure } from '../errors.ts';
import { fileFailure } from '../folder/file-failure.ts';
import type { SmtpSettings } from '../model/smtp-settings.ts';

/** What logs in and signs: none of it stands in sosent.yaml. */
export interface SmtpSecrets {
  /** Undefined where the server asks for no login. */
  readonly password: string | undefined;
  /** The private key in PEM; undefined where messages are not signed. */
  readonly dkimKey: string | undefined;
}

/** The environment variable that holds the password. */
export const PASSWORD = 'SOSENT_SMTP_PASSWORD';
/** A command that asks somebody for a passphrase may take this long. */
const LONGEST_COMMAND = 120_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** The password and the key. Throws SOS617 where a command or a file does not give them. */
export async function readSecrets(
  { user, passwordCommand, dkim }: SmtpSettings,
  env: Environment,
  { root, shownRoot }: { readonly root: string; readonly shownRoot: string },
): Promise<SmtpSecrets> {
  const password =
    user === '' ? undefined : env[PASSWORD] || (await passwordFrom(passwordCommand, { env, cwd: root }));
  if (dkim === undefined) return { password, dkimKey: undefined };
  const dkimKey = await readFile(resolve(root, dkim.keyFile), 'utf8').catch((error: unknown) => {
    throw fileFailure(error, join(shownRoot, dkim.keyFile), 'read');
  });
  if (/-----BEGIN (?:RSA )?PRIVATE KEY-----/.test(dkimKey)) return { password, dkimKey };
  throw failure('SOS617', `${join(shownRoot, dkim.keyFile)} is no private key in PEM.`, {
    hint: 'It begins with -----BEGIN PRIVATE KEY-----; the public key goes into DNS.',
  });
}

async function passwordFrom(
  command: string,
  options: { readonly env: Environment; readonly cwd: string },
): Promise<string> {
  const { stdout } = await promisify(exec)(command, {
    cwd: options.cwd,
    env: { ...options.env },
    timeout: LONGEST_COMMAND,
    encoding: 'utf8',
  }).catch((error: { readonly code?: number | string; readonly stderr?: string }) => {
    const [first = ''] = (error.stderr ?? '').trim().split('\n');
    const why = first === '' ? `it ended with ${error.code ?? 'a signal'}` : first;
    throw failure('SOS617', `The command for the password did not give one: ${why}`, { hint: TRY_COMMAND });
  });
  const password = stdout.split(/\r?\n/)[0] ?? '';
  if (password !== '') return password;
  throw failure('SOS617', 'The command for the password printed nothing.', { hint: TRY_COMMAND });
}

const TRY_COMMAND = 'Run emails.smtp.passwordCommand in a terminal: its first line must be the password.';
