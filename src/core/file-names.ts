import { createHash } from 'node:crypto';
import type { Attendee } from '../model/attendee.ts';
import { groupBy } from './group-by.ts';

/**
 * Names for files of attendees, by id and without an ending: the code where it can be one and nobody shares it, else
 * one that says nothing about the person either.
 */
export function nameFiles(attendees: readonly Attendee[]): ReadonlyMap<string, string> {
  const sharing = groupBy(attendees, (one) => one.code.toLowerCase()); // some disks do not tell A from a
  return new Map(
    attendees.map(({ id, code }) => {
      const isOwn = sharing.get(code.toLowerCase())?.length === 1;
      return [id, isOwn && isFileName(code) ? code : `id-${digest(id)}`];
    }),
  );
}

/** Leads nowhere else, and is a name that Windows has not kept for a device. */
function isFileName(code: string): boolean {
  return /^[\w-]{1,60}$/.test(code) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(code);
}

function digest(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16);
}
