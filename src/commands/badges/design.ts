import { failure } from '../../errors.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { type PictureFile, type ReadPictures, readPictures, unusablePicture } from '../../folder/pictures.ts';
import { findTemplate, type TemplateSource } from '../../folder/templates.ts';
import { type PdfPrinter, TypstFailure } from '../../ports.ts';
import type { BadgeDesign } from '../../render/badges/card-texts.ts';
import type { CardShape } from '../../render/badges/sizes.ts';

/** The templates of a design, front and back, for cards of this shape. Throws SOS503 where the front is missing. */
export async function requireDesign(
  folder: EventFolder,
  name: string,
  shape: CardShape,
): Promise<BadgeDesign> {
  const front = await findCard(folder, name, { shape, side: '' });
  if (front !== undefined) return { front, back: await findCard(folder, name, { shape, side: '.back' }) };
  if (shape !== 'portrait' && (await findCard(folder, name, { shape: 'portrait', side: '' })) !== undefined) {
    const strip = shape === 'strip' ? await findTemplate(folder, 'badges/strip.typ.hbs') : undefined;
    if (strip !== undefined) return { front: strip };
    throw failure('SOS503', `The badge design "${name}" has no ${shape} card.`, {
      hint: `A card of this shape is templates/badges/${name}.${shape}.typ.hbs in the event folder.`,
    });
  }
  throw failure('SOS503', `There is no badge design "${name}".`, {
    hint: 'The built-in designs are classic, bold, minimal and programme; one of your own is templates/badges/<name>.typ.hbs in the event folder.',
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

/** A front without a shape in its name is that of a portrait card; such a back is that of every card but a strip. */
async function findCard(
  folder: EventFolder,
  design: string,
  { shape, side }: { readonly shape: CardShape; readonly side: '' | '.back' | '.blank' | '.cover' },
): Promise<TemplateSource | undefined> {
  if (!/^[\w-]+$/.test(design)) return undefined;
  const shaped = await findTemplate(folder, `badges/${design}.${shape}${side}.typ.hbs`);
  if (shaped !== undefined || (shape !== 'portrait' && side === '')) return shaped;
  return shape === 'strip' ? undefined : findTemplate(folder, `badges/${design}${side}.typ.hbs`);
}

/** A template that is always there, because sosent brings it. */
export async function requireTemplate(folder: EventFolder, name: string): Promise<TemplateSource> {
  const template = await findTemplate(folder, name);
  if (template === undefined) throw new Error(`The built-in template ${name} is missing.`);
  return template;
}

/** The event's pictures that can be printed, and a finding for each that cannot. */
export async function readPrintablePictures(folder: EventFolder, printer: PdfPrinter): Promise<ReadPictures> {
  const { pictures, problems } = await readPictures(folder);
  const refusals = pictures.map((picture) => refusalOf(picture, printer));
  return {
    pictures: pictures.filter((_, index) => refusals[index] === undefined),
    problems: [
      ...problems,
      ...pictures.flatMap((picture, index) => {
        const reason = refusals[index];
        return reason === undefined ? [] : unusablePicture(folder, picture, reason);
      }),
    ],
  };
}

/** Typst's own word on a picture that would break the badges. */
function refusalOf({ name, bytes }: PictureFile, printer: PdfPrinter): string | undefined {
  try {
    printer.compile({ source: `#image("${name}")`, files: { [name]: bytes } });
    return undefined;
  } catch (error) {
    if (!(error instanceof TypstFailure)) throw error;
    return error.message;
  }
}
