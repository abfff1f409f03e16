import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/**
 * The attendees of Hi.Events. Some cells are live links, of which only the text is anybody's business. Times are
 * written in UTC without saying so.
 */
export const hiEvents = presetSource({
  id: 'hi-events',
  title: 'Hi.Events',
  marks: [['Event ID', 'Public ID', 'Short ID']],
  columns: {
    ID: 'extra',
    'Public ID': 'sourceId',
    // It opens the page of the ticket.
    'Short ID': 'skip',
    Status: 'status',
    'Created Date': 'registeredAt',
    'Last Updated Date': 'extra',
  },
  visible: (cell) => {
    if (!cell.startsWith('=HYPERLINK(')) return cell;
    const text = /^=HYPERLINK\(\s*"(?:[^"]|"")*"\s*[,;]\s*"((?:[^"]|"")*)"\s*\)$/.exec(cell)?.[1];
    return text?.replaceAll('""', '"') ?? cell;
  },
  adapt: (row) => {
    const id = row.cell('Public ID') || row.cell('ID');
    return adaptTicket({
      row,
      order: id,
      status: row.cell('Status'),
      cancelled: /^(cancell?ed|refunded)$/i,
      registered: /^(active|awaiting_payment)$/i,
      fields: { sourceId: id, registeredAt: inUtc(row.cell('Created Date')) },
    });
  },
});

function inUtc(text: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text}Z` : text;
}
