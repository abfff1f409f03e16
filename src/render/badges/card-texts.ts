import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Language } from '../../model/text.ts';
import { compileTemplate, type Template, type TemplateText } from '../templates/compile-template.ts';
import { type BadgeContext, viewBadge } from './badge-view.ts';
import { viewBlank } from './blank-badge.ts';
import { viewCover } from './group-cover.ts';
import type { RunCard } from './run-cards.ts';

/** A card as Typst, each side on its own. */
export interface CardText {
  readonly front: string;
  readonly back: string;
}

/** The templates of all kinds of cards in a run. */
export interface CardTemplates {
  readonly front: TemplateText;
  /** Undefined where the design has none, and the front is on both sides. */
  readonly back?: TemplateText | undefined;
  readonly blank: TemplateText;
  readonly cover: TemplateText;
}

/** Turns cards into Typst; each badge once, however often it is asked for. */
export interface CardRenderer {
  readonly badge: (attendee: Attendee) => CardText;
  readonly card: (card: RunCard) => CardText;
}

/** Throws SOS501 for a template that cannot be read; the calls throw SOS502 for one that fails. */
export function cardRenderer(templates: CardTemplates, context: BadgeContext): CardRenderer {
  const compile = ({ text, path }: TemplateText): Template => compileTemplate(text, { format: 'typ', path });
  const front = compile(templates.front);
  const back = templates.back && compile(templates.back);
  const blank = lazily(() => compile(templates.blank));
  const cover = lazily(() => compile(templates.cover));
  const language = languageOf(context.event);
  const badges = new Map<string, CardText>();
  const badge = (attendee: Attendee): CardText => {
    const known = badges.get(attendee.id);
    if (known !== undefined) return known;
    const view = viewBadge(attendee, context);
    const text = front(view);
    const made = { front: text, back: back?.(view) ?? text };
    badges.set(attendee.id, made);
    return made;
  };
  return {
    badge,
    card: (card) => {
      if (card.kind === 'badge') return badge(card.attendee);
      if (card.kind === 'cover') {
        return { front: cover()(viewCover(card.cover, context.event, language)), back: NOTHING };
      }
      const text = blank()(viewBlank(card.type, language, context));
      return { front: text, back: text };
    },
  };
}

/** The back of an envelope's cover. */
const NOTHING = '#badge("")';

/** The language of what is for nobody in particular. */
export function languageOf({ languages }: Event): Language {
  return languages[0] ?? 'en';
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
