import type { DocumentLook } from '../documents/document-view.ts';
import type { PdfSetting } from '../documents/render-pdf.ts';
import { compileTemplate, type Template, type TemplateText } from '../templates/compile-template.ts';
import type { ExportData } from './export.ts';
import { exportWords } from './words.ts';

/** The templates of documents, by name below `templates/exports/`. */
export interface DocumentTemplates {
  /** `document.html.hbs`, with `style.html.hbs`, which the index includes too. */
  readonly html: TemplateText;
  readonly style: TemplateText;
  /** `document.typ.hbs` and what it imports, `lib.typ`. */
  readonly typ: TemplateText;
  readonly lib: TemplateText;
}

export interface DocumentSettings {
  readonly look: DocumentLook;
  /** Compiled when a format asks for it first. */
  readonly html: () => Template;
  readonly pdf: () => PdfSetting;
}

/** What documents are rendered with. Throws SOS501 and SOS502 for a template with a mistake, when it is first needed. */
export function documentSettings(
  { event, language }: Pick<ExportData, 'event' | 'language'>,
  { html, style, typ, lib }: DocumentTemplates,
): DocumentSettings {
  return {
    look: { colours: event.colours, words: exportWords(language) },
    html: once(() => compileTemplate(html.text, { format: 'html', path: html.path, partials: { style } })),
    pdf: once(() => ({
      template: compileTemplate(typ.text, { format: 'typ', path: typ.path }),
      source: typ,
      files: { 'lib.typ': lib.text },
      createdAt: new Date(`${event.date}T00:00:00Z`),
    })),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
