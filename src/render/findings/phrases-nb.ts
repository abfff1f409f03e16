import type { NameList } from '../../model/finding.ts';
import type { Names } from './names.ts';

/** `kl. 10:00`, `12. mars kl. 10:00`. */
export function timeOf(names: Names, timeSlot: string): string {
  const { day, start } = names.slot(timeSlot);
  return day === '' ? `kl. ${start}` : `${day} kl. ${start}`;
}

/** `«Arbeid» kl. 10:00`. */
export function sessionOf(names: Names, id: string): string {
  const { title, timeSlot } = names.session(id);
  return timeSlot === '' ? `«${title}»` : `«${title}» ${timeOf(names, timeSlot)}`;
}

/** `1 person`, `3 personer`. */
export function peopleOf(count: number): string {
  return count === 1 ? '1 person' : `${count} personer`;
}

/** `1 plass`, `3 plasser`. */
export function seatsOf(count: number): string {
  return count === 1 ? '1 plass' : `${count} plasser`;
}

/** `ingen`, `3`. */
export function countOf(count: number): string {
  return count === 0 ? 'ingen' : String(count);
}

/** `Ann, Bo og Kim`; with `eller` for a choice. */
export function listed(items: readonly string[], word: 'og' | 'eller' = 'og'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** The first few, and how many more. */
export function listedPeople({ count, names }: NameList): string {
  const rest = count - names.length;
  return rest === 0 ? listed(names) : `${names.join(', ')} og ${rest} til`;
}
