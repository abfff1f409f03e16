import { join } from 'node:path';
import { assign } from '../../core/assign/assign.ts';
import { buildInstance, type Instance } from '../../core/assign/instance.ts';
import { findContradictions } from '../../core/assign/pin-contradictions.ts';
import { findClashesWithRules } from '../../core/assign/pins-and-rules.ts';
import type { Draw, Plan } from '../../core/assign/plan.ts';
import { applyChanges, keepPins } from '../../core/what-if/apply-changes.ts';
import { type Figures, figuresOf } from '../../core/what-if/figures.ts';
import { parseWhatIf } from '../../core/what-if/parse-what-if.ts';
import { EXIT, SosentError } from '../../errors.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { PINS_FILE } from '../../folder/pins.ts';
import { readPlacements } from '../../folder/placements.ts';
import { renderWhatIf } from '../../render/terminal/what-if.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { type AssignInputs, type DrawOptions, readDraw, readInputs } from './inputs.ts';
import { listen } from './time.ts';

interface WhatIfOptions extends DrawOptions {
  /** In seconds, for each alternative. */
  readonly timeLimit?: number;
}

/** One alternative, solved. */
interface Alternative {
  /** As it was asked for. */
  readonly whatIf: string;
  readonly figures: Figures;
  readonly proven: boolean;
}

/**
 * `sosent assign --what-if`: what `sosent assign` would come to with other sessions or rooms, beside the plan of today.
 * Writes nothing. Throws SOS426 where an alternative is not understood, SOS404 where it leaves too few seats for pins.
 */
export async function runWhatIf(
  context: CommandContext,
  folder: EventFolder,
  options: WhatIfOptions,
  texts: readonly string[],
): Promise<Outcome> {
  const inputs = await readInputs(folder);
  const { instance } = inputs;
  const wanted = await readDraw(folder, options);
  const instances = texts.map((text) => imagine(folder, inputs, text));
  const solve = (one: Instance): Promise<Plan> => solveOne(context, options, one, wanted);
  const written = requireSound(await readPlacements(folder));
  const current = written ?? (await solve(instance)).placements;
  const alternatives: Alternative[] = [];
  for (const [index, one] of instances.entries()) {
    const plan = await solve(one);
    alternatives.push({
      whatIf: texts[index] ?? '',
      figures: figuresOf(one, plan.placements, current),
      proven: plan.certificate.every((stage) => stage.proven),
    });
  }
  const today = { isWritten: written !== undefined, figures: figuresOf(instance, current, current) };
  return {
    result: { today, alternatives },
    text: renderWhatIf({ today, alternatives }, context.paint, context.terminal.width),
    problems: [...folder.problems, ...inputs.problems],
    exit: EXIT.done,
  };
}

function solveOne(
  context: CommandContext,
  { timeLimit }: WhatIfOptions,
  instance: Instance,
  wanted: Draw,
): Promise<Plan> {
  const { before, timeLeft } = listen(context, timeLimit);
  return assign(instance, wanted, before, timeLeft);
}

function imagine(folder: EventFolder, { attendees, instance }: AssignInputs, text: string): Instance {
  const event = applyChanges(folder.event, parseWhatIf(folder.event, text));
  const pins = keepPins(event, instance.pins);
  const imagined = buildInstance(event, attendees, pins);
  const file = join(folder.shownRoot, PINS_FILE);
  const contradictions = findContradictions(event, pins, file);
  const clashes = contradictions.length > 0 ? contradictions : findClashesWithRules(imagined, file);
  if (clashes.length > 0) {
    throw new SosentError(clashes.map((one) => ({ ...one, message: `With "${text}": ${one.message}` })));
  }
  return imagined;
}
