import type { Template } from '../templates/compile-template.ts';
import type { Document } from './document.ts';
import { type DocumentLook, viewDocument } from './document-view.ts';

/** A document as one HTML file that needs nothing else. Throws SOS502 for a template that fails. */
export function renderHtml(document: Document, look: DocumentLook, template: Template): string {
  return template(viewDocument(document, look)).replaceAll(/\n{2,}/g, '\n');
}
