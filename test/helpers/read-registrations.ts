import type { Registration } from '../../src/model/registration.ts';
import { openRegistrations } from '../../src/sources/open-registrations.ts';
import type { OpenedFile, ReadFile } from '../../src/sources/read-rows.ts';

/** A file that was read, with everybody in it. */
export interface WholeFile extends Omit<OpenedFile, 'read'>, ReadFile {
  readonly registrations: readonly Registration[];
}

/** Opens a registration file and reads it to its end. */
export async function readRegistrations(...of: Parameters<typeof openRegistrations>): Promise<WholeFile> {
  const opened = await openRegistrations(...of);
  const registrations: Registration[] = [];
  const read = await opened.read((one) => registrations.push(one));
  return { ...opened, ...read, registrations };
}
