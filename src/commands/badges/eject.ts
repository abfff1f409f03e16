import { join } from 'node:path';
import { EXIT, failure } from '../../errors.ts';
import { listBuiltInDesigns, readBuiltInDesign } from '../../folder/eject-design.ts';
import { changeFolder, type EventFolder } from '../../folder/event-folder.ts';
import { safeText } from '../../render/terminal/safe-text.ts';
import type { CommandContext, Outcome } from '../command.ts';

/**
 * `sosent badges --eject <design>`: a built-in design and the parts of a card in `templates/badges/` of the event
 * folder, to be changed there. What is there already stays as it is. Throws SOS503 for a design that sosent does not
 * bring, SOS548 where everything is there.
 */
export async function ejectDesign(
  context: CommandContext,
  folder: EventFolder,
  design: string,
): Promise<Outcome> {
  const { fresh, there } = await changeFolder(
    folder,
    `badges --eject ${design}`,
    context.clock.now(),
    async () => {
      const value = await readBuiltInDesign(folder, design);
      if (value === undefined) throw await unknownDesign(design);
      if (value.fresh.length === 0) {
        throw failure('SOS548', `The event folder holds all templates of "${design}". Nothing was changed.`, {
          location: { file: join(folder.shownRoot, 'templates', 'badges') },
          hint: 'Move them away to have the built-in ones again.',
        });
      }
      return { value, files: value.fresh };
    },
  );
  const written = fresh.map(({ path }) => path);
  const shown = (path: string): string => `  ${safeText(join(folder.shownRoot, path))}`;
  const { paint } = context;
  return {
    result: { design, written, kept: there },
    text: [
      paint.green(`The templates of ${design} are yours now; \`sosent badges\` takes them from here:`),
      ...written.map(shown),
      ...(there.length === 0 ? [] : [paint.dim('There already, and left as they are:'), ...there.map(shown)]),
    ].join('\n'),
    problems: folder.problems,
    exit: EXIT.done,
  };
}

async function unknownDesign(design: string): Promise<Error> {
  return failure('SOS503', `sosent brings no badge design "${design}".`, {
    hint: `Those to copy are ${(await listBuiltInDesigns()).join(', ')}.`,
  });
}
