import type { Attendee } from '../../model/attendee.ts';
import { cellOf } from '../attendee-cell.ts';
import { compareText } from '../order.ts';
import type { Instance } from './instance.ts';

/** People who sit together, or apart. */
export interface Group {
  readonly kind: 'together' | 'apart';
  /** The rule of sosent.yaml that made it; '' where pins did. */
  readonly rule: string;
  /** What its members have in common: the name in the pins, the value of the column. */
  readonly title: string;
  /** By id; at least two, all coming. */
  readonly members: readonly Attendee[];
  /** What one person too many costs beside other rules; undefined where the group is never broken. */
  readonly weight?: number;
}

/** Every group of an instance, from pins and from columns, in an order that does not depend on that of rows. */
export function findGroups(instance: Instance): readonly Group[] {
  const { rules } = instance.event;
  const ofPins = (['together', 'apart'] as const).flatMap((kind) => {
    const pins = instance.pins.filter((one) => one.pin.kind === kind);
    const members = pins.map(({ attendee, pin }) => [pin.session, attendee] as const);
    return gather(members).map((group) => ({ kind, rule: '', ...group }));
  });
  const byColumn = (column: string): readonly Pick<Group, 'title' | 'members'>[] =>
    gather(instance.attendees.map((one) => [cellOf(one, column), one] as const));
  return [
    ...ofPins,
    ...rules.together.flatMap(({ id, column }) =>
      byColumn(column).map((group) => ({ kind: 'together' as const, rule: id, ...group })),
    ),
    ...rules.apart.flatMap(({ id, column, weight }) =>
      byColumn(column).map((group) => ({ kind: 'apart' as const, rule: id, weight, ...group })),
    ),
  ];
}

/** People by what they have in common; capital letters do not matter, a blank is nothing in common. */
function gather(
  named: readonly (readonly [title: string, attendee: Attendee])[],
): Pick<Group, 'title' | 'members'>[] {
  const groups = new Map<string, { title: string; readonly members: Map<string, Attendee> }>();
  for (const [title, attendee] of named) {
    const key = title.toLowerCase();
    const group = groups.get(key) ?? { title, members: new Map() };
    // The spelling must not depend on who stands first in the file.
    if (compareText(title, group.title) < 0) group.title = title;
    group.members.set(attendee.id, attendee);
    groups.set(key, group);
  }
  return [...groups]
    .filter(([key, { members }]) => key !== '' && members.size > 1)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { title, members }]) => ({
      title,
      members: [...members.values()].sort((a, b) => compareText(a.id, b.id)),
    }));
}
