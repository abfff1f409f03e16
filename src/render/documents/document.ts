import type { Language } from '../../model/text.ts';

/** Something to read on paper or on a screen, before it is Markdown, HTML or PDF. Texts are plain texts. */
export interface Document {
  /** File name without its ending; made by `fileName`, never a raw name. */
  readonly stem: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  /** What stands at the head of every page beside the title: the event, its day. */
  readonly running: string;
  /** What stands at the foot of every page about the personal data in it; '' where there is none. */
  readonly notice: string;
  readonly layout: 'portrait' | 'landscape';
  /** Large print can be read at arm's length, and by those who see little; a sign has nothing else on its page. */
  readonly print: 'normal' | 'large' | 'sign';
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'lead' | 'plain' | 'muted' }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | TableBlock
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  /** Empty lines to write on. */
  | { readonly kind: 'lines'; readonly label: string; readonly count: number }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  /** The whole page for one thing: what hangs on a door. */
  | SignBlock
  | { readonly kind: 'page-break' };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ListItem {
  readonly text: string;
  /** What stands smaller behind it: who said it. */
  readonly note: string;
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly of: number;
  /** What the bar says in words. */
  readonly text: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** `write`: rows high enough to write in. */
  readonly rowHeight: 'normal' | 'write';
}

export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Share of the width that is left; 0 takes what its content needs. */
  readonly share: number;
}

export interface SignBlock {
  readonly kind: 'sign';
  readonly title: string;
  readonly note: string;
  readonly rows: readonly { readonly time: string; readonly text: string }[];
}
