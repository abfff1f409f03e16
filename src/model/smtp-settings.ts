/** The mail server that mail is handed to, and what it puts up with. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `starttls`: encrypted after the greeting; `tls`: from the first byte; `none`: never. Nothing falls back. */
  readonly security: 'starttls' | 'tls' | 'none';
  /** '' where the server asks for no login. */
  readonly user: string;
  /** A command whose first line of output is the password, or ''. */
  readonly passwordCommand: string;
  readonly connections: number;
  /** Messages before a connection is replaced by a new one. */
  readonly perConnection: number;
  /** At most so many messages in any stretch of so many milliseconds. */
  readonly rate: { readonly messages: number; readonly per: number } | undefined;
  /** Waits in milliseconds before a message that was not taken is tried again. */
  readonly retryAfter: readonly number[];
  /** Milliseconds without an answer after which a connection counts as lost. */
  readonly timeout: number;
  readonly dkim: DkimSettings | undefined;
}

/** With which key messages are signed (RFC 6376). */
export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** Path of the private key (PEM), from the event folder. */
  readonly keyFile: string;
}
