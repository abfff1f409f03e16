import { join } from 'node:path';
import { findCrowdedGroups } from '../core/assign/crowded-groups.ts';
import { buildInstance, type Instance } from '../core/assign/instance.ts';
import type { Draw } from '../core/assign/plan.ts';
import { resolvePins } from '../core/assign/resolve-pins.ts';
import { failure, hasErrors, SosentError } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import type { EventFolder } from '../folder/event-folder.ts';
import { PINS_FILE, readPins } from '../folder/pins.ts';
import { readPublished } from '../folder/placements.ts';
import type { Attendee } from '../model/attendee.ts';
import type { Criterion } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';

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
