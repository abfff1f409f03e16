import type { Attendee } from '../../model/attendee.ts';
import type { Language } from '../../model/text.ts';
import { type BadgeContext, type BadgeView, viewBadge } from './badge-view.ts';
import { runWords } from './run-words.ts';

/** What the template of a blank badge sees: what a badge's sees, with nobody's texts, and what to write on the lines. */
export interface BlankView extends BadgeView {
  readonly labels: { readonly name: string; readonly organisation: string };
}

/** The view of a badge for somebody who walks in; `type` is the id of an attendee type, or ''. It has no code. */
export function viewBlank(type: string, language: Language, context: BadgeContext): BlankView {
  const view = viewBadge({ ...NOBODY, type, language }, { ...context, qr: 'none', placements: undefined });
  const { name, organisation } = runWords(view.language);
  return { ...view, labels: { name, organisation } };
}

const NOBODY: Attendee = {
  id: '',
  code: '',
  name: '',
  email: '',
  phone: '',
  organisation: '',
  unit: '',
  type: '',
  role: '',
  language: '',
  delegation: '',
  wishes: [],
  dietary: '',
  accessibility: '',
  needs: '',
  solutions: '',
  status: 'registered',
  registeredAt: '',
  source: '',
  sourceId: '',
  extra: {},
};
