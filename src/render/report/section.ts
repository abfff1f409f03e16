import { html, type Markup, type Part } from './html.ts';

/** One chapter of the page, as the contents list it. */
export interface Section {
  /** Of its place in the page. */
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

export function section(
  id: string,
  { title, about }: { readonly title: string; readonly about: string },
  body: Part,
): Section {
  return {
    id,
    title,
    body: html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="about">${marked(about)}</p>
${body}
</section>
`,
  };
}

/** Longer texts of people are cut: nobody's name is, and one cell must not fill the page. */
const LONGEST = 200;

/** A text of people, which may run in another direction than the page. */
export function named(text: string): Markup {
  return html`<bdi>${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</bdi>`;
}

/** A sentence in which commands and files stand between backticks. */
export function marked(text: string): Markup {
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) return html`${text}`;
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? piece : html`<code>${piece}</code>`))}`;
}
