import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { lazyList } from '../../../src/model/lazy-list.ts';
import type { Block, Document } from '../../../src/render/documents/document.ts';
import { renderHtml } from '../../../src/render/documents/render-html.ts';
import { renderMarkdown } from '../../../src/render/documents/render-markdown.ts';
import { explainRefusal, renderPdf } from '../../../src/render/documents/render-pdf.ts';
import { createTypstPrinter } from '../../../src/sinks/typst-printer.ts';
import { event } from '../../core/assign/small-instances.ts';
import { builtInDocuments } from '../../helpers/export-documents.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { checkStructure, HAS_POPPLER, HAS_QPDF, savePdf, textOfPages } from '../../helpers/print-tools.ts';

const SETTINGS = builtInDocuments({ event: event({ 'work/1': 2 }), language: 'en' });

/** Every kind of block, each text of it the next of these. */
function documentOf(texts: readonly string[]): Document {
  let at = 0;
  const text = (): string => texts[at++ % texts.length] ?? '';
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: text() },
    { kind: 'heading', level: 2, text: text() },
    { kind: 'heading', level: 3, text: text() },
    { kind: 'text', tone: 'lead', text: text() },
    { kind: 'text', tone: 'muted', text: text() },
    { kind: 'facts', facts: [{ label: text(), value: text() }] },
    {
      kind: 'table',
      rowHeight: 'write',
      columns: [
        { title: text(), align: 'right', share: 0 },
        { title: text(), align: 'left', share: 30 },
      ],
      rows: [
        [text(), text()],
        [text(), ''],
      ],
    },
    { kind: 'list', items: [{ text: text(), note: text() }] },
    { kind: 'lines', label: text(), count: 2 },
    { kind: 'bars', bars: [{ label: text(), value: 1, of: 4, text: text() }] },
    { kind: 'page-break' },
    { kind: 'sign', title: text(), note: text(), rows: [{ time: text(), text: text() }] },
  ];
  return {
    stem: 'all',
    title: text(),
    subtitle: text(),
    language: 'en',
    running: text(),
    notice: text(),
    layout: 'portrait',
    print: 'normal',
    blocks,
  };
}

const PLAIN = documentOf(Array.from({ length: 30 }, (_, index) => `word${index}`));
/** Typst's and Markdown's own code besides. */
const NASTY = [
  ...HOSTILE.filter((one) => one.length < 1000),
  '#panic("ran") #{1 + 1} $x$ @ref <label>',
  '"] } ) #read("/etc/passwd")',
  '# no heading',
  '1. no list',
  '- none',
  '> no quote',
  '| no | cell |',
  '[no link](https://example.org) https://example.org www.example.org',
  '![no picture](x.png)',
  '`no code` **not bold** _nor this_ ~~gone~~ &amp; &copy;',
  '<!-- comment -->',
  '***',
  '\\',
];

describe('Markdown', () => {
  test('has a form for every block', () => {
    expect(renderMarkdown(PLAIN)).toBe(`# word21

word22

*word23*

> word24

## word0

### word1

#### word2

word3

*word4*

- word5: **word6**

| word7 | word8 |
| ---: | --- |
| word9 | word10 |
| word11 |  |

- word12 *(word13)*

word14

- …
- …

- word15: word16

---

## word17

word18

- **word19** word20
`);
  });

  test('is what it says, whatever people wrote: no markup, no link, no picture', () => {
    for (const nasty of NASTY) {
      const kinds = new Map<string, number>();
      const count = (token: Token): void => {
        // Programs make a link of an address of e-mail, and it leads nowhere else.
        const isAddress = token.type === 'link' && token['href'] === `mailto:${token['text']}`;
        if (!isAddress) kinds.set(token.type, (kinds.get(token.type) ?? 0) + 1);
      };
      marked.walkTokens(marked.lexer(renderMarkdown(documentOf([nasty]))), count);
      const wanted = new Set(
        'heading paragraph text em strong blockquote list list_item table hr'.split(' '),
      );
      const more = [...kinds.keys()].filter((kind) => ![...wanted, 'space', 'escape', 'br'].includes(kind));
      expect({ nasty, more, tables: kinds.get('table'), headings: kinds.get('heading') }).toEqual({
        nasty,
        more: [],
        tables: 1,
        headings: 5,
      });
    }
  });
});

describe('HTML', () => {
  const tagsOf = (html: string): readonly string[] =>
    [...html.matchAll(/<\/?[a-z][^>]*>/g)].map(([tag]) =>
      tag.replace(/ data-label="[^"]*"/, '').replace(/ style="min-width[^"]*"/, ''),
    );

  test('has the same tags whatever people wrote', () => {
    const wanted = tagsOf(renderHtml(PLAIN, SETTINGS.look, SETTINGS.html()));

    expect(wanted.length).toBeGreaterThan(60);
    for (const nasty of NASTY) {
      const html = renderHtml(documentOf([nasty]), SETTINGS.look, SETTINGS.html());
      expect(tagsOf(html)).toEqual(wanted);
      expect(html).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  test('lets nothing in from outside', () => {
    const html = renderHtml(PLAIN, SETTINGS.look, SETTINGS.html());

    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/\b(?:src|href)=|url\(|@import/);
  });
});

describe('PDF', () => {
  const print = async (document: Document, setting = SETTINGS.pdf()): Promise<Uint8Array> => {
    const jobs = lazyList(1, () => renderPdf(document, SETTINGS.look, setting));
    const [printed] = await createTypstPrinter().print(jobs);
    return printed?.pdf ?? new Uint8Array();
  };

  test.skipIf(!HAS_POPPLER)('shows texts as they stand, and runs nothing in them', async () => {
    const pdf = await savePdf(await print(documentOf(NASTY)));
    const text = textOfPages(pdf).join('\n').replaceAll(/\s+/g, '').replaceAll('\u200b', '');

    const shown = ['#panic("ran")#{1+1}$x$@ref<label>', '#read("/etc/passwd")', '<script>alert(1)</script>'];
    expect(shown.filter((one) => !text.includes(one))).toEqual([]);
  });

  test('gives the same bytes for the same document', async () => {
    const [one, other] = [await print(PLAIN), await print(structuredClone(PLAIN))];

    expect(one.length).toBeGreaterThan(1000);
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test.skipIf(!HAS_QPDF)('is sound with words that no line has room for', async () => {
    const long = documentOf(['x'.repeat(10_000), 'Zoë 👩‍👩‍👧‍👦 مرحبا 你好', '']);
    const pdf = await savePdf(await print(long));

    expect(checkStructure(pdf)).toBe('');
  });

  test('names the line of a template that Typst refuses', async () => {
    const own = {
      ...SETTINGS.pdf(),
      template: () => '#nonsense(1)',
      source: { text: '#nonsense(1)', path: 'mine' },
    };
    const refusal = await print(PLAIN, own).catch((error: unknown) => explainRefusal(error, own));

    expect(refusal).toMatchObject({ problems: [{ code: 'SOS504', location: { file: 'mine', line: 1 } }] });
    expect(String(refusal)).toContain('unknown variable: nonsense');
  });
});
