import { z } from 'zod';
import { type Extent, PAPERS, type Sheet } from '../../model/badge-sheet.ts';
import { id } from './schema-parts.ts';

/** The parts of `badges` in sosent.yaml that say on what they are printed; all lengths in mm. */

const length = z.number().positive().max(1500);
const gap = z.number().min(0).max(1500);
const shift = z.number().min(-50).max(50);
const extent = z.strictObject({ width: length, height: length });
const paperNames = Object.keys(PAPERS) as (keyof typeof PAPERS)[];
const paper = z.union([z.enum(paperNames), extent], {
  error: `must be ${paperNames.join(', ')}, or { width: ..., height: ... } in mm`,
});

const sheet = z
  .strictObject({
    id,
    paper,
    gutter: gap.optional(),
    width: length.optional(),
    height: length.optional(),
    columns: z.int().positive().max(50).optional(),
    rows: z.int().positive().max(50).optional(),
    left: gap.optional(),
    top: gap.optional(),
    across: length.optional(),
    down: length.optional(),
  })
  .superRefine((one, context) => {
    const grid = ['width', 'height', 'columns', 'rows'] as const;
    const missing = grid.filter((key) => one[key] === undefined);
    const further = (['left', 'top', 'across', 'down'] as const).filter((key) => one[key] !== undefined);
    const isGrid = missing.length < grid.length || further.length > 0;
    if (isGrid && missing.length > 0) {
      context.addIssue({
        code: 'custom',
        message: `must have ${missing.join(', ')} too, as it says where labels are`,
      });
    }
    if (isGrid && one.gutter !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['gutter'],
        message: 'must not stand beside labels, which have across and down',
      });
    }
  });

/** The parts of `badges` in sosent.yaml that say what is shown on them. */
export const lookKeys = {
  url: z.string().default(''),
  logo: z.string().default(''),
  logos: z.array(z.string().min(1)).default([]),
  background: z.string().default(''),
  givenName: z.enum(['normal', 'large']).default('normal'),
  pronouns: z.string().default(''),
  languages: z.string().default(''),
  photo: z
    .strictObject({ column: z.string(), no: z.array(z.string()).min(1).default(['no', 'nei', 'nej']) })
    .optional(),
};

export const printKeys = {
  sheet: id.optional(),
  duplex: z.enum(['long', 'short', 'none']).optional(),
  bleed: z.number().min(0).max(20).default(0),
  cropMarks: z.boolean().default(false),
  offset: z.tuple([shift, shift], { error: 'must be two numbers in mm, [right, down]' }).default([0, 0]),
  sizes: z
    .array(z.strictObject({ id, width: length, height: length, folds: z.boolean().default(false) }))
    .default([]),
  sheets: z.array(sheet).default([]),
};

type WrittenSheet = z.infer<typeof sheet>;

/** A sheet as its file describes it; what it does not say is without gaps and in the middle of the paper. */
export function toSheet(written: WrittenSheet): Sheet {
  const paperSize: Extent = typeof written.paper === 'string' ? PAPERS[written.paper] : written.paper;
  const { width, height, columns, rows, gutter } = written;
  if (width === undefined || height === undefined || columns === undefined || rows === undefined) {
    return { kind: 'plain', paper: paperSize, gutter };
  }
  const { across = width, down = height } = written;
  const middle = (room: number, one: number, { count, pitch }: { count: number; pitch: number }): number =>
    (room - one - (count - 1) * pitch) / 2;
  return {
    kind: 'labels',
    paper: paperSize,
    label: { width, height },
    columns,
    rows,
    left: written.left ?? middle(paperSize.width, width, { count: columns, pitch: across }),
    top: written.top ?? middle(paperSize.height, height, { count: rows, pitch: down }),
    across,
    down,
  };
}
