import { createHash } from 'node:crypto';
import { renderDays } from '../dates.ts';
import { html, type Markup, raw } from './html.ts';
import type { PageContext } from './page-context.ts';
import { SCRIPT } from './script.ts';
import { named, type Section } from './section.ts';
import { renderStyle } from './style.ts';

/**
 * The whole page around its parts: one file that loads nothing. Its content security policy allows this very style and
 * script, by their hashes, and nothing else.
 */
export function renderPage(
  page: PageContext,
  {
    privacy,
    keyFigures,
    sections,
  }: { readonly privacy: string; readonly keyFigures: Markup; readonly sections: readonly Section[] },
): string {
  const { event, words, language, title } = page;
  const style = renderStyle(event);
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const venue = [title(event.venue), event.address].filter((one) => one !== '').join(', ');
  const name = title(event.title);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${name}: ${words.report}</title>
<style>${raw(style)}</style>
</head>
<body data-sort="${words.sortable}" data-filter="${words.filter}" data-filtered="${words.filtered}">
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<p class="kind">${words.report}</p>
<h1>${named(name)}</h1>
<p>${renderDays(event, language)}${venue === '' ? undefined : html` · ${named(venue)}`}</p>
<p class="privacy">${privacy}</p>
</header>
<nav aria-labelledby="contents-title">
<h2 id="contents-title">${words.contents}</h2>
<ol>${sections.map(
    ({ id, title: heading }) => html`<li><a href="#${id}">${heading}</a></li>
`,
  )}</ol>
</nav>
<main id="main">
${keyFigures}${sections.map((one) => one.body)}</main>
<footer><p>${event.hosts.join(' · ')}</p></footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`.markup;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
