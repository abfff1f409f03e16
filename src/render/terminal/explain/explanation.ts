import type { ChalkInstance } from 'chalk';
import type { Instance } from '../../../core/assign/instance.ts';
import type { AttendeeExplanation } from '../../../core/explain/attendee.ts';
import type { DelegationExplanation } from '../../../core/explain/delegation.ts';
import type { RuleExplanation } from '../../../core/explain/rule.ts';
import type { SessionExplanation } from '../../../core/explain/session.ts';
import { wrap } from '../wrap.ts';
import { describeAttendee } from './attendee.ts';
import { describeDelegation } from './delegation.ts';
import { namesOf } from './names.ts';
import { describeRule } from './rule.ts';
import { describeSession } from './session.ts';

export type Explanation = AttendeeExplanation | SessionExplanation | DelegationExplanation | RuleExplanation;

/** A line of an explanation; lines that are too long go on under `indent`. Texts in it are safe already. */
export interface Line {
  readonly text: string;
  readonly indent?: string;
  readonly style?: 'title' | 'good' | 'bad';
}

const WIDEST = 80;
const NARROWEST = 60;

/** An explanation as an organiser reads it on a terminal; it may name people. */
export function renderExplanation(
  instance: Instance,
  explanation: Explanation,
  paint: ChalkInstance,
  width: number,
): string {
  const styles = { title: paint.bold, good: paint.green, bad: paint.yellow };
  const columns = Math.max(NARROWEST, Math.min(width, WIDEST));
  return describe(instance, explanation)
    .flatMap(({ text, indent = '', style }) =>
      wrap(text, columns, indent).map((line) => (style === undefined ? line : styles[style](line))),
    )
    .join('\n');
}

function describe(instance: Instance, explanation: Explanation): readonly Line[] {
  const names = namesOf(instance);
  switch (explanation.kind) {
    case 'attendee':
      return describeAttendee(instance, explanation, names);
    case 'session':
      return describeSession(instance, explanation, names);
    case 'delegation':
      return describeDelegation(explanation, names);
    case 'rule':
      return describeRule(explanation, names);
  }
}
