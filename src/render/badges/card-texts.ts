import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Language } from '../../model/text.ts';
import { compileTemplate, type Template, type TemplateText } from '../templates/compile-template.ts';
import { type BadgeContext, viewBadge } from './badge-view.ts';
import { viewBlank } from './blank-badge.ts';
import { viewCover } from './group-cover.ts';
import type { BadgeRun, RunCard } from './run-cards.ts';

/** A card as Typst, each side on its own. */
export interface CardText {
  readonly front: string;
  readonly back: string;
}

/** The Handlebars templates of a design; each makes one card as Typst. */
export interface BadgeDesign {
  /** The front of the badge of one attendee. */
  readonly front: TemplateText;
  /** Of the back, where a print has backs; the front is on both sides where the design has none. */
  readonly back?: TemplateText | undefined;
  /** Of the badge of nobody, and of the cover of an envelope: needed by a run that has such cards. */
  readonly blank?: TemplateText;
  readonly cover?: TemplateText;
}

/** A print run, and what stands on its cards. */
export interface RenderedRun extends BadgeRun {
  readonly textOf: (card: RunCard) => CardText;
}

/**
 * What stands on a card, each made once, however often it is asked for. Throws SOS501 for a template that cannot be
 * read; what it gives back throws SOS502 for one that fails.
 */
export function cardRenderer(design: BadgeDesign, context: BadgeContext): RenderedRun['textOf'] {
  const compile = ({ text, path }: TemplateText): Template => compileTemplate(text, { format: 'typ', path });
  const front = compile(design.front);
  const back = design.back && compile(design.back);
  const blank = design.blank && compile(design.blank);
  const cover = design.cover && compile(design.cover);
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
  return (card) => {
    if (card.kind === 'badge') return badge(card.attendee);
    if (card.kind === 'cover') {
      return { front: cover?.(viewCover(card.cover, context, language)) ?? NOTHING, back: NOTHING };
    }
    const text = blank?.(viewBlank(card.type, language, context)) ?? NOTHING;
    return { front: text, back: text };
  };
}

/** A card with nothing on it, such as the back of a cover. */
const NOTHING = '#badge("")';

/** The language of what is for nobody in particular. */
export function languageOf({ languages }: Event): Language {
  return languages[0] ?? 'en';
}
