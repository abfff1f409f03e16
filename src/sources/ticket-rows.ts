import { problem } from '../errors.ts';
import type { Adapted, PresetRow } from './preset.ts';

type Fields = NonNullable<Adapted['fields']>;

/** What a ticket system says about one row, in its own words. */
interface Ticket {
  readonly row: PresetRow;
  /** The system's word for the status, and the words that mean that the person does not come. */
  readonly status: string;
  readonly cancelled: RegExp;
  readonly registered: RegExp;
  /** What the buyer can be asked by: the number of the order. */
  readonly order: string;
  readonly quantity?: string;
  readonly fields?: Fields;
}

/**
 * The habits that ticket systems share: their own words for a status, tickets nobody is named on, and several tickets
 * on one name. A status that is in neither list stands as it is and is reported later.
 */
export function adaptTicket(ticket: Ticket): Adapted {
  const { row, order } = ticket;
  const status = statusOf(ticket);
  const own = Object.entries({ ...ticket.fields, status }).filter(([, text]) => text !== '');
  const fields: Fields = Object.fromEntries(own);
  const named = { ...row.registration.fields, ...fields };
  const name = [named.name, named.givenName, named.familyName].some((one = '') => one.trim() !== '');
  const location = { file: row.table.file, line: row.row.line };
  if (!name) {
    if (status === 'Cancelled') return { keep: false };
    const nobody = problem(
      'SOS220',
      `Nobody is named on this ticket of order ${order || 'without number'}.`,
      {
        location,
        hint: 'Ask the buyer who comes, fill in the name in the system, and import its export again.',
      },
    );
    return { keep: false, problems: [nobody] };
  }
  const unnamed = Number(ticket.quantity ?? 1) - 1;
  if (!(unnamed > 0) || status === 'Cancelled') return { fields };
  const people = unnamed === 1 ? '1 person of this row is' : `${unnamed} people of this row are`;
  const several = problem('SOS221', `${people} unnamed: order ${order} is for ${unnamed + 1}.`, {
    location,
    hint: 'Only the person who is named was imported. Ask the buyer who the others are.',
  });
  return { fields, problems: [several] };
}

function statusOf({ status, cancelled, registered }: Ticket): 'Cancelled' | 'Registered' | '' {
  if (cancelled.test(status)) return 'Cancelled';
  return registered.test(status) ? 'Registered' : '';
}
