import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { findCrowdedGroups } from '../../core/assign/crowded-groups.ts';
import { buildInstance, type Instance } from '../../core/assign/instance.ts';
import type { Draw } from '../../core/assign/plan.ts';
import { hashInputs, hashPlacements } from '../../core/assign/record-plan.ts';
import { resolvePins } from '../../core/assign/resolve-pins.ts';
import { failure, hasErrors, SosentError } from '../../errors.ts';
import { readAttendees } from '../../folder/attendees.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { PINS_FILE, readPins } from '../../folder/pins.ts';
import { PUBLISHED_BEFORE_FILE, PUBLISHED_FILE, readPublished } from '../../folder/placements.ts';
import { readPlanRecord } from '../../folder/plan-record.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Criterion } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { PlanRecord } from '../../model/plan-record.ts';
import type { Problem } from '../../model/problem.ts';

/** What an event folder gives to `assign`. */
export interface AssignInputs {
  /** Everybody, those who cancelled too. */
  readonly attendees: readonly Attendee[];
  readonly instance: Instance;
  /** Warnings about pins and groups. */
  readonly problems: readonly Problem[];
}

/** Which plan is wanted. */
export interface DrawOptions {
  /** In place of the criterion and the seed in sosent.yaml. */
  readonly criterion?: Criterion;
  readonly seed?: string;
  /** How a published plan is followed: not at all, moving nobody for others, moving at most so many seats. */
  readonly fresh?: boolean;
  readonly fillOnly?: boolean;
  readonly maxMoves?: number;
}

/** Reads everybody and their pins. Throws SOS401 where nobody is coming, and what is wrong with the pins. */
export async function readInputs(folder: EventFolder): Promise<AssignInputs> {
  const { event } = folder;
  const attendees = requireSound(await readAttendees(folder));
  if (!attendees.some((one) => one.status === 'registered')) {
    throw failure('SOS401', 'There is nobody to assign: no attendee is registered.', {
      hint: 'Import the registrations first: sosent import <file...>.',
    });
  }
  const pins = resolvePins(
    event,
    attendees,
    requireSound(await readPins(folder)),
    join(folder.shownRoot, PINS_FILE),
  );
  if (hasErrors(pins.problems)) throw new SosentError(pins.problems);
  const instance = buildInstance(event, attendees, pins.value);
  return { attendees, instance, problems: [...pins.problems, ...findCrowdedGroups(instance)] };
}

/** What `sosent assign` is asked for: options before sosent.yaml, and the published plan unless it is left aside. */
export async function readDraw(folder: EventFolder, options: DrawOptions): Promise<Draw> {
  const { criterion, seed } = folder.event.rules;
  const { fresh, fillOnly = false, maxMoves } = options;
  const published = fresh ? undefined : requireSound(await readPublished(folder));
  if (published === undefined && (fillOnly || maxMoves !== undefined)) {
    throw failure('SOS427', 'No plan is published, so that there is nothing that could be kept.', {
      hint: 'Publish the plan that people were told: sosent assign --publish.',
    });
  }
  return {
    criterion: options.criterion ?? criterion,
    seed: options.seed ?? seed,
    ...(published && { replan: { published, fillOnly, ...(maxMoves !== undefined && { maxMoves }) } }),
  };
}

/** What a plan was made with, by its record; undefined where the published plan that it followed is there no more. */
export async function readMadeWith(
  folder: EventFolder,
  { criterion, seed, replan }: PlanRecord,
): Promise<Draw | undefined> {
  if (replan === undefined) return { criterion, seed };
  const { published: hash, fillOnly, maxMoves } = replan;
  const published = await findPublished(folder, hash);
  if (published === undefined) return undefined;
  return {
    criterion,
    seed,
    replan: { published, fillOnly, ...(maxMoves !== undefined && { maxMoves }) },
  };
}

/** What the plan on disk is explained by. */
export interface Explained {
  readonly draw: Draw;
  /** Whether its record says that it is the best plan of the folder as it is, so that it need not be made again. */
  readonly isBest: boolean;
}

/**
 * What the plan on disk was made with, where its record is there and nothing else was asked for; else what `sosent assign`
 * would make a plan with today. No limit of moves: a seat that is only thought of may move more.
 */
export async function readExplained(
  folder: EventFolder,
  instance: Instance,
  written: readonly Placement[],
  options: DrawOptions,
): Promise<Explained> {
  const isAsked = options.criterion !== undefined || options.seed !== undefined;
  const record = isAsked ? undefined : await readPlanRecord(folder);
  const isOfPlan = record?.placements === hashPlacements(written);
  const madeWith = record !== undefined && isOfPlan ? await readMadeWith(folder, record) : undefined;
  const { criterion, seed, replan } = madeWith ?? (await readDraw(folder, options));
  const unlimited = replan && { published: replan.published, fillOnly: replan.fillOnly };
  return {
    draw: { criterion, seed, ...(unlimited && { replan: unlimited }) },
    isBest:
      madeWith !== undefined &&
      record?.proven === true &&
      replan?.maxMoves === undefined &&
      isDeepStrictEqual(record.inputs, hashInputs(instance)),
  };
}

/** The published plan with this hash: the last one, or where the plan was published itself, the one before. */
async function findPublished(folder: EventFolder, hash: string): Promise<readonly Placement[] | undefined> {
  for (const path of [PUBLISHED_FILE, PUBLISHED_BEFORE_FILE] as const) {
    const published = requireSound(await readPublished(folder, path));
    if (published !== undefined && hashPlacements(published) === hash) return published;
  }
  return undefined;
}
