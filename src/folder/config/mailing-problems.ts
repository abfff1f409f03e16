import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { ConfigPath, Locate } from './parse-event.ts';
import type { EventFile } from './schema.ts';
import { toEvent } from './to-event.ts';
import { unknownReference } from './unknown-reference.ts';

type MailingFile = NonNullable<EventFile['emails']>['mailings'][number];

/** What is wrong with mailings: they are for people whom there cannot be, or attach what they must not. */
export function findMailingConfigProblems(file: EventFile, locate: Locate): Problem[] {
  const known = knownIds(file);
  return (file.emails?.mailings ?? []).flatMap((mailing, index) => {
    const path: ConfigPath = ['emails', 'mailings', index];
    return [
      ...audienceProblems(mailing, path, known, locate),
      ...leadProblems(file, mailing, path, locate),
      ...attachmentProblems(mailing, path, locate),
    ];
  });
}

/** Ids by the key of an audience that refers to them, and what they are. */
type KnownIds = Readonly<Record<string, readonly [what: string, ids: readonly string[]]>>;

function knownIds(file: EventFile): KnownIds {
  const ids = (list: readonly { id: string }[]): string[] => list.map((one) => one.id);
  return {
    types: ['attendee type', ids(file.attendeeTypes)],
    delegations: ['delegation', ids(file.delegations === 'off' ? [] : file.delegations.named)],
    themes: ['theme', ids(file.themes)],
    sessions: ['session', ids(toEvent({ ...file, emails: undefined }).sessions)],
    languages: ['language of the event', file.event.languages],
  };
}

function audienceProblems(
  mailing: MailingFile,
  path: ConfigPath,
  known: KnownIds,
  locate: Locate,
): Problem[] {
  return filtersOf(mailing, path, locate).flatMap(({ at, filter }) =>
    Object.entries(known).flatMap(([of, [what, ids]]) => {
      const wanted = filter[of as 'types']; // every key of `known` is one of a filter and holds ids
      return (wanted ?? []).flatMap((one, place) => {
        if (ids.includes(one)) return [];
        return [unknownReference(what, one, ids, locate([...at, of, place]))];
      });
    }),
  );
}

/** Who leads is told by a column, so that one must be named. */
function leadProblems(file: EventFile, mailing: MailingFile, path: ConfigPath, locate: Locate): Problem[] {
  const named = file.delegations === 'off' ? undefined : file.delegations.leads;
  if (named !== undefined) return [];
  const hint = 'Add to delegations: leads: { column: "...", values: ["..."] }';
  const message = 'Nothing says who leads a delegation.';
  const asking = filtersOf(mailing, path, locate).filter(({ filter }) => filter.leads !== undefined);
  if (asking.length > 0) {
    return asking.map(({ at }) =>
      problem('SOS303', message, { location: locate([...at, 'leads'], 'key'), hint }),
    );
  }
  const isForLeads = (mailing.template ?? mailing.id) === 'delegation-lead';
  if (!isForLeads || mailing.audience !== undefined) return [];
  return [problem('SOS303', message, { location: locate([...path, 'id']), hint })];
}

/** Every filter and where it stands: a single one has no list around it in the file. */
function filtersOf(mailing: MailingFile, path: ConfigPath, locate: Locate) {
  return (['audience', 'except'] as const).flatMap((key) => {
    const whole: ConfigPath = [...path, key];
    const isList = JSON.stringify(locate([...whole, 0])) !== JSON.stringify(locate(whole));
    return (mailing[key] ?? []).map((filter, place) => ({ filter, at: isList ? [...whole, place] : whole }));
  });
}

/** data/ holds what is known of everybody; what templates fill in cannot lead there either. */
function attachmentProblems({ attachments }: MailingFile, path: ConfigPath, locate: Locate): Problem[] {
  return attachments.flatMap(({ file }, index) => {
    const reason = whyNotInside(file);
    if (reason === undefined) return [];
    return [
      problem('SOS631', `"${file}" cannot be attached: ${reason}.`, {
        location: locate([...path, 'attachments', index]),
        hint: 'Put the file into a folder of the event folder, for instance files/, and name it as files/programme.pdf.',
      }),
    ];
  });
}

function whyNotInside(file: string): string | undefined {
  if (file.includes('\\')) return 'a path is written with "/"';
  if (/^(?:\/|[a-z]:)/i.test(file)) return 'the path begins outside the event folder';
  const steps = file.split('/');
  if (steps.some((one) => one === '..' || one === '.' || one === '')) {
    return 'the path must lead straight to a file in the event folder';
  }
  if (/^data$/i.test(steps[0] ?? '')) return 'data/ holds what is known of everybody';
  return undefined;
}
