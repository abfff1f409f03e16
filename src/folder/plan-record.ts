import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlanRecord } from '../model/plan-record.ts';
import type { FileChange } from './commit-files.ts';
import type { EventFolder } from './event-folder.ts';

export const PLAN_FILE = 'data/plan.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const record = z.object({
  format: z.literal(1),
  criterion: z.enum(['fair', 'happy', 'first', 'custom']),
  seed: z.string(),
  engine: z.string(),
  proven: z.boolean(),
  replan: z
    .object({ published: hash, fillOnly: z.boolean(), maxMoves: z.int().min(0).optional() })
    .optional(),
  inputs: z.object({ event: hash, attendees: hash, pins: hash }),
  placements: hash,
});

/** What the plan in data/placements.csv was made with; undefined where that is not told, or not readably. */
export async function readPlanRecord(folder: EventFolder): Promise<PlanRecord | undefined> {
  try {
    const text = await readFile(join(folder.root, PLAN_FILE), 'utf8');
    const { format: _, replan, ...rest } = record.parse(JSON.parse(text));
    return { ...rest, ...(replan && { replan }) };
  } catch {
    return undefined;
  }
}

export function planRecordFile(plan: PlanRecord): FileChange<string> {
  return { path: PLAN_FILE, content: `${JSON.stringify({ format: 1, ...plan }, undefined, 2)}\n` };
}
