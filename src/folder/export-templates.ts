import { failure } from '../errors.ts';
import type { EventFolder } from './event-folder.ts';
import { findTemplate, type TemplateSource } from './templates.ts';

/** The templates of exported documents, each the organiser's own where they have one below templates/exports/. */
export async function readExportTemplates(
  folder: EventFolder,
): Promise<Readonly<Record<'html' | 'style' | 'typ' | 'lib' | 'index', TemplateSource>>> {
  return {
    html: await read(folder, 'document.html.hbs'),
    style: await read(folder, 'style.html.hbs'),
    typ: await read(folder, 'document.typ.hbs'),
    lib: await read(folder, 'lib.typ'),
    index: await read(folder, 'index.html.hbs'),
  };
}

async function read(folder: EventFolder, name: string): Promise<TemplateSource> {
  const found = await findTemplate(folder, `exports/${name}`);
  if (found !== undefined) return found;
  throw failure('SOS501', `The template exports/${name} is missing from the installation of sosent.`, {
    hint: 'Install sosent again.',
  });
}
