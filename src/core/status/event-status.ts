import type { Summary } from '../summary.ts';
import type { MailingStatus } from './mails-status.ts';

/** Where an event stands, in numbers: for the terminal and for --json. No personal data. */
export interface EventStatus {
  /** Days from today to the first day of the event; below 0 afterwards. */
  readonly daysLeft: number;
  /** Whether its last day has passed. */
  readonly isOver: boolean;
  readonly registrations: { readonly coming: number; readonly cancelled: number };
  /** Undefined before the first `assign`. */
  readonly plan: PlanStatus | undefined;
  /** Undefined where no plan was published. */
  readonly published: PublishedStatus | undefined;
  readonly badges: BadgesStatus;
  readonly mails: MailsStatus;
}

export interface PlanStatus {
  /** What has changed since it was made, in whatever: whether the plan would be another one, only `assign` can tell. */
  readonly outdatedBy: readonly PlanInput[];
  readonly withoutSeat: number;
  /** By how many people rules are bent. */
  readonly rulesBentBy: number;
  readonly summary: Summary;
}

/** `placements`: the plan itself was edited. */
export type PlanInput = 'event' | 'attendees' | 'pins' | 'placements';

export interface PublishedStatus {
  /** People for whom the plan of today is another one. */
  readonly changedFor: number;
}

export interface BadgesStatus {
  /** People whose badge was printed in the size of sosent.yaml, as it is today or otherwise. */
  readonly printed: number;
  /** New and altered ones. */
  readonly toPrint: number;
  /** Printed, and the person comes no longer. */
  readonly withdrawn: number;
}

export interface MailsStatus {
  /** The mailings in sosent.yaml. */
  readonly mailings: readonly MailingStatus[];
  /** Whether sosent.yaml names a mail server. */
  readonly canSend: boolean;
  /** People who are coming and have an address. */
  readonly reachable: number;
}

/** What to do next, and why. */
export interface NextStep {
  readonly command: string;
  readonly why: string;
}

/** The first thing that is missing on the way from registrations to the day; undefined where nothing is. */
export function findNextStep(status: EventStatus): NextStep | undefined {
  const { registrations, plan, published, badges, isOver } = status;
  if (isOver) return afterwards(status);
  if (registrations.coming === 0) {
    return { command: 'sosent import <file...>', why: 'Nobody is registered yet.' };
  }
  if (plan === undefined) return { command: 'sosent assign', why: 'Nobody has a place yet.' };
  if (plan.outdatedBy.length > 0) {
    return {
      command: 'sosent assign',
      why: 'What the plan was made from has changed; most changes leave it as it is.',
    };
  }
  if (published === undefined) {
    return {
      command: 'sosent assign --publish',
      why: 'Once people are told, a published plan moves as few of them as it can.',
    };
  }
  if (published.changedFor > 0) {
    const news = sendable(status).find((one) => one.tellsChanges && one.open > 0);
    if (news !== undefined) {
      return {
        command: `sosent emails preview ${news.id}`,
        why: `People who know another plan: ${published.changedFor}. Mail it to them, then publish.`,
      };
    }
    return {
      command: 'sosent assign --publish --dry-run',
      why: `People who know another plan: ${published.changedFor}. This shows them.`,
    };
  }
  const mail = nextMail(status);
  if (mail !== undefined) return mail;
  if (badges.toPrint > 0) {
    return {
      command: badges.printed === 0 ? 'sosent badges' : 'sosent badges --changed',
      why: `Badges to print: ${badges.toPrint}.`,
    };
  }
  return undefined;
}

/** Without a mail server, mails go another way, and nothing is known of it. */
function sendable({ mails }: EventStatus): readonly MailingStatus[] {
  return mails.canSend ? mails.mailings : [];
}

function nextMail(status: EventStatus): NextStep | undefined {
  const due = sendable(status).filter((one) => !one.isForAfterwards);
  const unclear = due.find((one) => one.unknown + one.failed > 0);
  const open = due.find((one) => one.open > 0);
  if (open !== undefined) return sending(open);
  return (
    unclear && {
      command: `sosent emails status ${unclear.id}`,
      why: `Messages that were refused or may not have arrived: ${unclear.failed + unclear.unknown}.`,
    }
  );
}

function afterwards(status: EventStatus): NextStep | undefined {
  const thanks = sendable(status).find((one) => one.isForAfterwards && one.open > 0);
  return thanks && sending(thanks);
}

function sending({ id, open }: MailingStatus): NextStep {
  return { command: `sosent emails preview ${id}`, why: `People who have not got this mailing: ${open}.` };
}
