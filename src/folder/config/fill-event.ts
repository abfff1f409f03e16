import { isScalar, parseDocument, stringify } from 'yaml';

/** What distinguishes a new event from the template it is made from. */
export interface EventFacts {
  readonly id: string;
  readonly title: string;
  /** `yyyy-mm-dd`. */
  readonly date: string;
  /** The main language; the other one stays an additional language. */
  readonly language: 'nb' | 'en';
}

/**
 * The text of a sosent.yaml with other facts in it. Only the values change, so that comments and layout stay as they
 * were written; whatever a title holds, it stays a text.
 */
export function fillEvent(template: string, facts: EventFacts): string {
  const { id, title, date, language } = facts;
  const [main, other] = language === 'nb' ? ['nb', 'en'] : ['en', 'nb'];
  return replaceScalars(template, [
    [['event', 'id'], id],
    [['event', 'title'], title],
    [['event', 'date'], date],
    [['event', 'languages', 0], main],
    [['event', 'languages', 1], other],
    [['timeSlots', 1, 'date'], date],
    [['rules', 'seed'], id],
  ]);
}

type Replacement = readonly [path: readonly (string | number)[], value: string];

/** From the end to the beginning, so that the places of those still to come do not move. */
function replaceScalars(source: string, replacements: readonly Replacement[]): string {
  const document = parseDocument(source);
  const edits = replacements.map(([path, value]) => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) throw new Error(`The template holds no ${path.join('.')}.`);
    return { start: node.range[0], end: node.range[1], text: scalar(value) };
  });
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

/** A text on one line: with signs that no line holds as they are, in double quotes and escaped. */
function scalar(value: string): string {
  const isPlain = /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(value);
  return stringify(value, {
    lineWidth: 0,
    ...(isPlain ? {} : { defaultStringType: 'QUOTE_DOUBLE', doubleQuotedAsJSON: true }),
  }).replace(/\n$/, '');
}
