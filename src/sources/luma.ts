import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/**
 * The guests of a Luma event; what was `api_id` until 2025 is `guest_id` since. Somebody who was invited and has not
 * answered is nobody's registration yet.
 */
export const luma = presetSource({
  id: 'luma',
  title: 'Luma',
  marks: [
    ['api_id', 'email', 'approval_status'],
    ['guest_id', 'email', 'approval_status'],
  ],
  columns: {
    api_id: 'sourceId',
    guest_id: 'sourceId',
    ticket_type_id: 'extra',
    name: 'name',
    first_name: 'givenName',
    last_name: 'familyName',
    email: 'email',
    phone_number: 'phone',
    created_at: 'registeredAt',
    approval_status: 'status',
    ticket_name: 'extra',
    qr_code_url: 'skip',
    eth_address: 'skip',
    solana_address: 'skip',
  },
  adapt: (row) => {
    const { cell } = row;
    const status = cell('approval_status');
    if (/^invited$/i.test(status)) return { keep: false };
    const halves = [cell('first_name'), cell('last_name')].filter(Boolean).join(' ');
    return adaptTicket({
      row,
      order: cell('guest_id') || cell('api_id'),
      status,
      cancelled: /^(declined|rejected|waitlist(ed)?|cancell?ed)$/i,
      registered: /^(approved|pending|pending_approval)$/i,
      fields: { name: cell('name') || halves },
    });
  },
});
