import { expect, test } from 'vitest';
import { type EventStatus, findNextStep, type PlanStatus } from '../../../src/core/status/event-status.ts';
import { summarise } from '../../../src/core/summary.ts';
import { event } from '../assign/small-instances.ts';

const PLAN: PlanStatus = {
  outdatedBy: [],
  withoutSeat: 0,
  rulesBentBy: 0,
  summary: summarise(event({ 'work/1': 2 }), [], [], []),
};

const READY: EventStatus = {
  daysLeft: 3,
  isOver: false,
  registrations: { coming: 2, cancelled: 0 },
  plan: PLAN,
  published: { changedFor: 0 },
  badges: { printed: 2, toPrint: 0, withdrawn: 0 },
  mails: { mailings: ['your-sessions'], reachable: 2 },
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
  ['the event is over, whatever was left', { isOver: true, daysLeft: -1, plan: undefined }, undefined],
])('where %s', (_what, status, command) => {
  expect(findNextStep({ ...READY, ...status })?.command).toBe(command);
});
