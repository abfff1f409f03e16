/** Markup that is safe to stand in a page as it is. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | undefined | readonly Part[];

/** A piece of HTML or SVG. Whatever is put in is escaped, for content and quoted attributes, unless it is markup. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: texts.map((text, index) => text + write(parts[index])).join('') };
}

/** A text of ours, such as a style sheet, that is put in as it stands. */
export function raw(markup: string): Markup {
  return { markup };
}

function write(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeText(part);
  return 'markup' in part ? part.markup : part.map(write).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Control characters (`\p{Cc}`, but for tabs and line ends), halves of characters and two that are none, which no page may
 * hold; and the two that make letters stand in another order than they are read.
 */
const UNFIT = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\u202d\u202e]|\p{Surrogate}/gu;

function escapeText(text: string): string {
  return text.replace(UNFIT, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
