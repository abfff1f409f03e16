import { failure } from '../errors.ts';
import type { EventFolder } from '../folder/event-folder.ts';
import { type LogoFile, readLogo, unusable } from '../folder/logo.ts';
import { findTemplate, type TemplateSource } from '../folder/templates.ts';
import { type PdfPrinter, TypstFailure } from '../ports.ts';
import type { BadgeDesign } from '../render/badges/card-texts.ts';
import type { CardShape } from '../render/badges/sizes.ts';

/** The files of Typst that every design is made of. */
const PARTS = ['lib.typ', 'sheet.typ', 'run.typ'];

/** The templates of a design, front and back, for cards of this shape. Throws SOS503 where the front is missing. */
export async function requireDesign(
  folder: EventFolder,
  name: string,
  shape: CardShape,
): Promise<BadgeDesign> {
  const front = await findCard(folder, name, { shape, side: '' });
  if (front !== undefined) return { front, back: await findCard(folder, name, { shape, side: '.back' }) };
  if (shape !== 'portrait' && (await findCard(folder, name, { shape: 'portrait', side: '' })) !== undefined) {
    throw failure('SOS503', `The badge design "${name}" has no ${shape} card.`, {
      hint: `A card of this shape is templates/badges/${name}.${shape}.typ.hbs in the event folder.`,
    });
  }
  throw failure('SOS503', `There is no badge design "${name}".`, {
    hint: 'The built-in design is classic; one of your own is templates/badges/<name>.typ.hbs in the event folder.',
  });
}

/** The templates of what lies between badges, the design's own before the common ones. */
export async function findRunCards(
  folder: EventFolder,
  name: string,
  shape: CardShape,
): Promise<Required<Pick<BadgeDesign, 'blank' | 'cover'>>> {
  const find = async (kind: 'blank' | 'cover'): Promise<TemplateSource> =>
    (await findCard(folder, name, { shape, side: `.${kind}` })) ??
    (await findCard(folder, kind, { shape, side: '' })) ??
    requireTemplate(folder, `badges/${kind}.typ.hbs`);
  return { blank: await find('blank'), cover: await find('cover') };
}

/** A design's template without a shape in its name is its portrait card. */
async function findCard(
  folder: EventFolder,
  design: string,
  { shape, side }: { readonly shape: CardShape; readonly side: '' | '.back' | '.blank' | '.cover' },
): Promise<TemplateSource | undefined> {
  if (!/^[\w-]+$/.test(design)) return undefined;
  const shaped = await findTemplate(folder, `badges/${design}.${shape}${side}.typ.hbs`);
  if (shaped !== undefined || shape !== 'portrait') return shaped;
  return findTemplate(folder, `badges/${design}${side}.typ.hbs`);
}

/** The parts of every design, by the names by which Typst reads them. */
export async function readParts(folder: EventFolder): Promise<Readonly<Record<string, string>>> {
  const parts = PARTS.map(async (name) => [name, (await requireTemplate(folder, `badges/${name}`)).text]);
  return Object.fromEntries(await Promise.all(parts));
}

/** A template that is always there, because sosent brings it. */
export async function requireTemplate(folder: EventFolder, name: string): Promise<TemplateSource> {
  const template = await findTemplate(folder, name);
  if (template === undefined) throw new Error(`The built-in template ${name} is missing.`);
  return template;
}

/** The event's logo, undefined where it has none. Throws SOS506 for an image that would break the badges. */
export async function requireLogo(folder: EventFolder, printer: PdfPrinter): Promise<LogoFile | undefined> {
  const logo = await readLogo(folder);
  if (logo === undefined) return undefined;
  try {
    printer.compile({ source: `#image("${logo.name}")`, files: { [logo.name]: logo.bytes } });
  } catch (error) {
    if (!(error instanceof TypstFailure)) throw error;
    throw unusable(folder, error.message);
  }
  return logo;
}
