import type { Language } from '../model/text.ts';
import type { EventFolder } from './event-folder.ts';
import { findTemplate, type TemplateSource } from './templates.ts';

export type MailFormat = 'html' | 'txt';

/** One template of a mailing with everything it includes. */
export interface MailTemplate extends TemplateSource {
  readonly language: Language;
  readonly format: MailFormat;
  /** Included templates by the name they are included with. */
  readonly partials: Readonly<Record<string, TemplateSource>>;
}

/** `{{> name}}` and `{{#> name}}`; blocks such as `@partial-block` are no files. */
const INCLUDES = /\{\{~?#?>\s*([\w/-]+)/g;

/**
 * The templates of a mailing: for each language and format `emails/<name>.<language>.<format>.hbs`, else the one of
 * the first language, else `emails/<name>.<format>.hbs`; the same order for the templates they include. A format
 * without a template is left out.
 */
export async function readMailTemplates(folder: EventFolder, name: string): Promise<readonly MailTemplate[]> {
  const found: MailTemplate[] = [];
  for (const language of folder.event.languages) {
    for (const format of ['txt', 'html'] as const) {
      const source = await findOne(folder, name, language, format);
      if (source === undefined) continue;
      const partials: Record<string, TemplateSource> = {};
      await readPartials(folder, source.text, language, format, partials);
      found.push({ ...source, language, format, partials });
    }
  }
  return found;
}

async function findOne(
  folder: EventFolder,
  name: string,
  language: Language,
  format: MailFormat,
): Promise<TemplateSource | undefined> {
  const first = folder.event.languages[0] ?? language;
  return (
    (await findTemplate(folder, `emails/${name}.${language}.${format}.hbs`)) ??
    (await findTemplate(folder, `emails/${name}.${first}.${format}.hbs`)) ??
    (await findTemplate(folder, `emails/${name}.${format}.hbs`))
  );
}

/** An include that is not there stays out of `into`; rendering then says which one and where. */
async function readPartials(
  folder: EventFolder,
  text: string,
  language: Language,
  format: MailFormat,
  into: Record<string, TemplateSource>,
): Promise<void> {
  for (const [, name] of text.matchAll(INCLUDES)) {
    if (name === undefined || Object.hasOwn(into, name)) continue;
    const partial = await findOne(folder, name, language, format);
    if (partial === undefined) continue;
    into[name] = partial;
    await readPartials(folder, partial.text, language, format, into);
  }
}
