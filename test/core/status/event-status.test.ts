import { expect, test } from 'vitest';
import { type EventStatus, findNextStep, type PlanStatus } from '../../../src/core/status/event-status.ts';
import type { MailingStatus } from '../../../src/core/status/mails-status.ts';
import { summarise } from '../../../src/core/summary.ts';
import { event } from '../assign/small-instances.ts';

const PLAN: PlanStatus = {
  outdatedBy: [],
  withoutSeat: 0,
  rulesBentBy: 0,
  summary: summarise(event({ 'work/1': 2 }), [], [], []),
};

const MAILING: MailingStatus = {
  id: 'your-sessions',
  recipients: 2,
  sent: 2,
  open: 0,
  failed: 0,
  unknown: 0,
  tellsChanges: false,
  isForAfterwards: false,
};
const NEWS: MailingStatus = { ...MAILING, id: 'news', tellsChanges: true, sent: 0, open: 2 };
const THANKS: MailingStatus = { ...MAILING, id: 'thanks', isForAfterwards: true, sent: 0, open: 2 };

const mails = (...mailings: readonly MailingStatus[]): Pick<EventStatus, 'mails'> => ({
  mails: { mailings, canSend: true, reachable: 2 },
});

const READY: EventStatus = {
  daysLeft: 3,
  isOver: false,
  registrations: { coming: 2, cancelled: 0 },
  plan: PLAN,
  published: { changedFor: 0 },
  badges: { printed: 2, toPrint: 0, withdrawn: 0 },
  mails: { mailings: [MAILING], canSend: true, reachable: 2 },
};

test.each<[string, Partial<EventStatus>, string | undefined]>([
  ['nobody is registered', { registrations: { coming: 0, cancelled: 1 } }, 'sosent import <file...>'],
  ['nobody has a place', { plan: undefined, published: undefined }, 'sosent assign'],
  ['the plan is old', { plan: { ...PLAN, outdatedBy: ['pins'] } }, 'sosent assign'],
  ['nobody was told', { published: undefined }, 'sosent assign --publish'],
  ['people know another plan', { published: { changedFor: 1 } }, 'sosent assign --publish --dry-run'],
  ['there are no badges', { badges: { printed: 0, toPrint: 2, withdrawn: 0 } }, 'sosent badges'],
  ['a badge has changed', { badges: { printed: 1, toPrint: 1, withdrawn: 0 } }, 'sosent badges --changed'],
  ['a badge is of somebody who has left', { badges: { printed: 2, toPrint: 0, withdrawn: 1 } }, undefined],
  ['all is done', {}, undefined],
  ['a mailing was not sent', mails({ ...MAILING, sent: 0, open: 2 }), 'sosent emails preview your-sessions'],
  ['a message is unknown', mails({ ...MAILING, sent: 1, unknown: 1 }), 'sosent emails status your-sessions'],
  ['nothing can be sent', { mails: { mailings: [NEWS], canSend: false, reachable: 2 } }, undefined],
  ['news wait', { published: { changedFor: 1 }, ...mails(NEWS) }, 'sosent emails preview news'],
  [
    'news were sent',
    { published: { changedFor: 1 }, ...mails({ ...NEWS, sent: 2, open: 0 }) },
    'sosent assign --publish --dry-run',
  ],
  ['thanks wait for the end', mails(THANKS), undefined],
  ['thanks are due', { isOver: true, daysLeft: -1, ...mails(THANKS) }, 'sosent emails preview thanks'],
  ['the event is over, whatever was left', { isOver: true, daysLeft: -1, plan: undefined }, undefined],
])('where %s', (_what, status, command) => {
  expect(findNextStep({ ...READY, ...status })?.command).toBe(command);
});
