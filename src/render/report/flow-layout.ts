import type { FlowFigures, FlowStep, Stop } from '../../core/report/flow-figures.ts';

/** Where everything of the picture stands, in pixels. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  /** Width of a block. */
  readonly block: 12;
  readonly heads: readonly { readonly x: number; readonly timeSlot: string }[];
  /** One per stop: as high as there are people. */
  readonly blocks: readonly {
    readonly stop: Stop;
    readonly x: number;
    readonly y: number;
    readonly height: number;
  }[];
  /** One per step, from its stop to the next. */
  readonly bands: readonly {
    readonly stop: Stop;
    readonly to: Stop;
    readonly step: FlowStep;
    readonly path: string;
  }[];
}

const BLOCK = 12;
/** Beside the last time slot for its titles. */
const MARGIN = 190;
/** From one time slot to the next: as far as the page is wide, within limits. */
const PAGE = 1010;
const STRIDES = [210, 430] as const;
const TOP = 32;
/** Between two blocks, so that their titles do not touch however low they are. */
const GAP = 20;
const HIGH = 340;

/** Blocks of a time slot stand on each other; bands leave and arrive in the order of the blocks, so that few cross. */
export function layOutFlow({ slots, steps }: FlowFigures): FlowLayout {
  const most = Math.max(...slots.map((one) => one.stops.length));
  const people = Math.max(1, ...slots.map((one) => one.stops.reduce((sum, stop) => sum + stop.people, 0)));
  const scale = HIGH / people;
  const [least, farthest] = STRIDES;
  const free = (PAGE - BLOCK - MARGIN) / Math.max(1, slots.length - 1);
  const stride = Math.floor(Math.min(farthest, Math.max(least, free)));
  const columns = slots.map(({ timeSlot, stops }, index) => {
    let y = TOP;
    const blocks = stops.map((stop) => {
      const block = { stop, x: index * stride, y: tenth(y), height: tenth(Math.max(1, stop.people * scale)) };
      y += stop.people * scale + GAP;
      return block;
    });
    return { timeSlot, x: index * stride, blocks };
  });
  return {
    width: (slots.length - 1) * stride + BLOCK + MARGIN,
    height: Math.ceil(TOP + HIGH + Math.max(0, most - 1) * GAP + 4),
    block: BLOCK,
    heads: columns.map(({ x, timeSlot }) => ({ x, timeSlot })),
    blocks: columns.flatMap((one) => one.blocks),
    bands: steps.flatMap((step, index) =>
      layBands(step, columns[index]?.blocks ?? [], columns[index + 1]?.blocks ?? [], scale),
    ),
  };
}

function layBands(
  steps: readonly FlowStep[],
  before: FlowLayout['blocks'],
  after: FlowLayout['blocks'],
  scale: number,
): FlowLayout['bands'] {
  const left = before.map((one) => one.y);
  const right = after.map((one) => one.y);
  return steps.flatMap((step) => {
    const [one, other] = [before[step.from], after[step.to]];
    if (one === undefined || other === undefined) return [];
    const wide = step.people * scale;
    const [from, to] = [left[step.from] ?? 0, right[step.to] ?? 0];
    left[step.from] = from + wide;
    right[step.to] = to + wide;
    return [{ stop: one.stop, to: other.stop, step, path: bandPath(one.x + BLOCK, from, other.x, to, wide) }];
  });
}

/** Out along the upper edge, back along the lower one. */
function bandPath(x1: number, y1: number, x2: number, y2: number, wide: number): string {
  const middle = (x1 + x2) / 2;
  const [a, b, c, d] = [y1, y2, y2 + wide, y1 + wide].map(tenth);
  return `M${x1} ${a}C${middle} ${a} ${middle} ${b} ${x2} ${b}V${c}C${middle} ${c} ${middle} ${d} ${x1} ${d}Z`;
}

function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}
