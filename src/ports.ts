/** The few places where sosent touches the world; tests replace them. */

import type { LazyList } from './model/lazy-list.ts';

export interface Clock {
  now(): Date;
}

/** Asks the person at the terminal. Exists only where stdin and stderr are a terminal and `--json` is off. */
export interface Prompt {
  confirm(question: string, initial: boolean): Promise<boolean>;
  /** `about` is what the question is about, in lines that stay above it. */
  input(question: string, initial: string, about?: string): Promise<string>;
  /** Gives back the value of the choice that is taken; Enter takes the first one. */
  select(question: Selection): Promise<string>;
}

export interface Selection {
  /** What the question is about, in lines that stay above it. */
  readonly about: string;
  readonly question: string;
  /** At least one. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What stands behind the question once it is answered; the name where it is not given. */
  readonly short?: string;
}

export interface Terminal {
  /** Columns to fill; 80 where the output is no terminal. */
  readonly width: number;
  /** A line of progress on stderr; replaced by the next one on a terminal, dropped in scripts. */
  progress(line: string): void;
}

/** Whole font files, and the families in them in the order in which a sign is looked for. */
export interface Fonts {
  readonly blobs: readonly Uint8Array[];
  readonly families: readonly string[];
}

/** Turns Typst source into pages. */
export interface PdfPrinter {
  /** Lays out a document. Throws a `TypstFailure` where Typst refuses the source. */
  compile(job: PrintJob): CompiledDocument;
  /**
   * Prints documents, several at a time where the machine can; a job is taken when its turn comes. Rejects with the
   * `TypstFailure` of the first document that Typst refuses.
   */
  print(jobs: LazyList<PdfJob>): Promise<readonly PrintedDocument[]>;
  /** Those of the texts that hold a character which no font of this machine has. */
  withoutGlyph(texts: readonly string[]): readonly string[];
}

export interface PrintJob {
  /** Typst source of the whole document. */
  readonly source: string;
  /** Files that the source reads, by virtual path such as `logo.svg`; nothing else is within its reach. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

export interface PdfJob extends PrintJob {
  /** Stands in the PDF as the time of creation, so that the same input gives the same bytes. */
  readonly createdAt: Date;
  readonly boxes: PageBoxes | undefined;
  /** The label of the metadata to give back, where there is any. */
  readonly label: string | undefined;
  /** Whether the pages are wanted as pictures, too. */
  readonly pictures: boolean;
}

export interface PrintedDocument {
  readonly pages: number;
  /** The values of all metadata with the label, in order of the pages. */
  readonly marks: readonly unknown[];
  readonly pdf: Uint8Array;
  readonly pictures: PagePictures | undefined;
}

/** Pages that are laid out and can be had in several forms. */
export interface CompiledDocument {
  readonly pages: number;
  /** The values of all `metadata` that carry this Typst label, in order of the pages. */
  marks(label: string): readonly unknown[];
  /** `createdAt` stands in the PDF as the time of creation, so that the same input gives the same bytes. */
  pdf(createdAt: Date, boxes?: PageBoxes): Uint8Array;
  pictures(): PagePictures;
}

/** Where a page is cut, as distances from its edges in mm: with bleed, and to the trimmed size. */
export interface PageBoxes {
  readonly bleed: number;
  readonly trim: number;
}

/** Every page as an `<svg>` element for one HTML page that also holds `shapes`, the letters that they share. */
export interface PagePictures {
  readonly shapes: string;
  readonly pages: readonly string[];
}

/** Turns a picture of shapes into one of dots. */
export interface Rasteriser {
  /** A PNG that is so many dots wide, of an SVG document of its own; white where nothing is drawn. */
  png(svg: string, width: number): Uint8Array;
}

/** A browser that turns HTML into pages. */
export interface HtmlPrinter {
  /** The program, for messages. */
  readonly browser: string;
  print(job: HtmlPrintJob): Promise<PrintedHtml>;
  /** A PNG of the first page, so many dots wide. */
  picture(job: HtmlPrintJob, dots: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface HtmlPrintJob {
  /** A whole document that needs nothing else. Its script sets `badgesReady`, a promise of what it reports. */
  readonly html: string;
  /** Of every page, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** Stands in the PDF as the time of creation, so that the same input gives the same bytes. */
  readonly createdAt: Date;
}

export interface PrintedHtml {
  readonly pages: number;
  readonly pdf: Uint8Array;
  /** What the script reports. */
  readonly marks: readonly unknown[];
}

/** A mail server that takes messages. */
export interface MailTransport {
  /** Connects, encrypts and logs in. Throws a `MailStop` where that cannot be had. */
  open(): Promise<MailConnection>;
}

/** One connection, which takes one message after the other. */
export interface MailConnection {
  /** False once the connection is gone; another one has to be opened then. */
  isOpen(): boolean;
  /** Hands over one message. Never throws for what a server does, but gives it back. */
  send(letter: Letter): Promise<Delivery>;
  /** Says good-bye; nothing may be under way. */
  close(): void;
}

export interface Letter {
  /** Addresses of the envelope. */
  readonly from: string;
  readonly to: string;
  readonly message: Uint8Array;
  /** Nothing of the message leaves before this is kept; where it is rejected, nothing ever does. */
  readonly ready: Promise<void>;
}

/**
 * What became of a message: taken; not taken this time; refused for good; or handed over, with no answer. `lost`: not
 * taken, because the connection was gone before anything of it was handed over.
 */
export interface Delivery {
  readonly state: 'sent' | 'deferred' | 'failed' | 'unknown' | 'lost';
  /** The server's words, or what happened. */
  readonly reply: string;
  /** Where no other message would fare better. */
  readonly stop?: MailStop['reason'];
}

/** Why sending cannot go on. */
export class MailStop extends Error {
  /**
   * `closing`: the server ends the session (421). `sender`: it takes nothing from this sender. The others happen while
   * a connection is made.
   */
  readonly reason: 'unreachable' | 'encryption' | 'authentication' | 'closing' | 'sender';

  constructor(reason: MailStop['reason'], detail: string) {
    super(detail);
    this.name = 'MailStop';
    this.reason = reason;
  }
}

/** One thing that Typst refuses: in its own words, and where. */
export interface TypstReason {
  readonly message: string;
  /** Virtual path, `main.typ` for the source of the job itself. */
  readonly file: string;
  /** From 1; undefined where Typst names no line. */
  readonly line: number | undefined;
  /** The line of `main.typ` where it happened, or from which that place was reached. */
  readonly mainLine: number | undefined;
}

/** What Typst says about a source that it refuses, the first cause first. */
export class TypstFailure extends Error {
  readonly reasons: readonly TypstReason[];
  readonly source: string;

  constructor(reasons: readonly TypstReason[], source: string) {
    super(reasons.map((one) => one.message).join('; '));
    this.name = 'TypstFailure';
    this.reasons = reasons;
    this.source = source;
  }
}
