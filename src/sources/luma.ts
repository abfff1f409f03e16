import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/** The guests of a Luma event. Somebody who was invited and has not answered is nobody's registration yet. */
export const luma = presetSource({
  id: 'luma',
  title: 'Luma',
  marks: [['api_id', 'approval_status', 'qr_code_url']],
  columns: {
    api_id: 'sourceId',
    ticket_type_id: 'extra',
    name: 'name',
    first_name: 'extra',
    last_name: 'extra',
    email: 'email',
    phone_number: 'phone',
    created_at: 'registeredAt',
    approval_status: 'status',
    ticket_name: 'extra',
  },
  adapt: (row) => {
    const { cell } = row;
    const status = cell('approval_status');
    if (/^invited$/i.test(status)) return { keep: false };
    const halves = [cell('first_name'), cell('last_name')].filter(Boolean).join(' ');
    return adaptTicket({
      row,
      order: cell('api_id'),
      status,
      cancelled: /^(declined|rejected|waitlist(ed)?|cancell?ed)$/i,
      registered: /^(approved|pending|pending_approval)$/i,
      fields: { name: cell('name') || halves },
    });
  },
});
