import { readFileSync } from 'node:fs';
import type { DocumentSettings, DocumentTemplates } from '../../src/render/exports/document-settings.ts';
import { documentSettings } from '../../src/render/exports/document-settings.ts';
import type { ExportData } from '../../src/render/exports/export.ts';
import type { TemplateText } from '../../src/render/templates/compile-template.ts';

const read = (name: string): TemplateText => ({
  path: `templates/exports/${name}`,
  text: readFileSync(new URL(`../../templates/exports/${name}`, import.meta.url), 'utf8'),
});

const BUILT_IN: DocumentTemplates = {
  html: read('document.html.hbs'),
  style: read('style.html.hbs'),
  typ: read('document.typ.hbs'),
  lib: read('lib.typ'),
};

/** Documents as sosent makes them where the organiser has no templates of their own. */
export function builtInDocuments(data: Pick<ExportData, 'event' | 'language'>): DocumentSettings {
  return documentSettings(data, BUILT_IN);
}
