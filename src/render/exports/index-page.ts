import { cleanDocument } from '../documents/clean-document.ts';
import { compileTemplate, type TemplateText } from '../templates/compile-template.ts';
import { type ExportData, isPersonal, type Privacy, type RenderedFile } from './export.ts';
import { fileLines } from './file-lines.ts';
import { documentOf } from './table-document.ts';
import { exportTitle, exportWords } from './words.ts';

/** One export with the files that were made of it. */
export interface ExportedFiles {
  readonly name: string;
  readonly privacy: Privacy;
  readonly files: readonly RenderedFile[];
}

/** A page that links every file of a run and says what it is for and what it says about people. */
export function renderIndex(
  entries: readonly ExportedFiles[],
  data: ExportData,
  { index, style }: { readonly index: TemplateText; readonly style: TemplateText },
): RenderedFile {
  const { language, event } = data;
  const words = exportWords(language);
  const personal = entries.some((one) => one.files.some((file) => isPersonal(file.privacy ?? one.privacy)));
  const { title, about } = words.index;
  const frame = documentOf({ name: 'index', privacy: personal ? 'health' : 'figures' }, data, [], {
    title,
    subtitle: about,
  });
  const render = compileTemplate(index.text, { format: 'html', path: index.path, partials: { style } });
  return {
    name: 'index.html',
    privacy: 'figures',
    content: render({
      ...cleanDocument(frame),
      landscape: false,
      colours: event.colours,
      entries: entries.map((one) => viewEntry(one, data)),
    }),
  };
}

function viewEntry({ name, privacy, files }: ExportedFiles, { language }: ExportData): object {
  const [title, about] = exportTitle(name, language);
  return {
    title,
    about,
    holds: exportWords(language).privacy[privacy],
    personal: isPersonal(privacy),
    files: fileLines(files).map((line) => ({
      name: line.name,
      href: line.name.split('/').map(encodeURIComponent).join('/'),
      about: line.title === undefined || line.title === title ? '' : line.title,
    })),
  };
}
