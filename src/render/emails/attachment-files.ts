import type { AttachmentSettings } from '../../model/mailing.ts';
import type { Location } from '../../model/problem.ts';
import { inLanguage, type Language } from '../../model/text.ts';
import { compileTemplate, type Template } from '../templates/compile-template.ts';
import type { MessageView } from './message-view.ts';

/** One file that goes with a message. */
export interface AttachedFile {
  readonly settings: AttachmentSettings;
  /** Path inside the event folder, with `/`; '' for the badge. */
  readonly path: string;
  /** How the mail calls it. */
  readonly name: string;
  /** Why there is no such path: what stands in the attendee's row makes none. */
  readonly unusable?: string;
}

export type AttachmentFinder = (view: MessageView) => AttachedFile;

/**
 * Finds an attachment's file for each attendee. Every step of the path is a template of its own, so that nothing that an
 * attendee wrote can lead to another folder. Throws SOS501 for a template that cannot be read; what it gives back
 * throws SOS502.
 */
export function prepareAttachment(
  settings: AttachmentSettings,
  language: Language,
  location: Location,
): AttachmentFinder {
  const compile = (text: string): Template => compileTemplate(text, { format: 'txt', path: location.file });
  const steps = stepsOf(settings.file).map(compile);
  const wanted = inLanguage(settings.name, language);
  const title = wanted === '' ? undefined : compile(wanted);
  return (view) => {
    if (settings.file === '') return { settings, path: '', name: fileName(title?.(view) ?? 'badge', '.pdf') };
    const made = steps.map((step) => step(view).trim());
    const path = made.join('/');
    const last = made.at(-1) ?? '';
    const ending = /\.[^.]*$/.exec(last)?.[0] ?? '';
    const name = fileName(title?.(view) ?? last.slice(0, last.length - ending.length), ending);
    const wrong = made.find((step) => !isStep(step));
    return { settings, path, name, ...(wrong === undefined ? {} : { unusable: wrong }) };
  };
}

/** Split at each `/` that stands outside `{{ }}`. */
function stepsOf(file: string): readonly string[] {
  return file.match(/(?:\{\{.*?\}\}|[^/])+/g) ?? [];
}

/** A name of a file or folder that leads nowhere else, on any system. */
function isStep(name: string): boolean {
  return /^[^\p{Cc}/\\:*?"<>|]+$/u.test(name) && !/^\.|[. ]$/.test(name);
}

/** Without what a mail program would take for a path or a second ending. */
function fileName(stem: string, ending: string): string {
  const plain = stem
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}/\\:*?"<>|\s]+/gu, ' ')
    .trim();
  return `${[...plain].slice(0, LONGEST_NAME).join('') || 'file'}${ending}`;
}

const LONGEST_NAME = 100;
