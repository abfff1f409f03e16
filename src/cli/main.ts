import { CommanderError } from 'commander';
import { compileLate } from './compile-late.ts';
import { createProgram } from './program.ts';

/** Runs one command line and sets the process's exit status; never throws, and never shows a stack. */
export async function main(process: NodeJS.Process): Promise<void> {
  compileLate(process.versions);
  // A reader that leaves early (`| head`) is no fault; output.ts reports every other one.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const program = createProgram(async (command, options) => {
    const { runCommand } = await import('./run-command.ts');
    process.exitCode = await runCommand(process, command, options);
  });
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    const { reportStart } = await import('./report-error.ts');
    const commands = program.commands.map((command) => command.name());
    process.exitCode = await reportStart(process, commands, error);
  }
}
