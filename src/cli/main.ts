import { CommanderError } from 'commander';
import { createProgram } from './program.ts';

/** Runs one command line and sets the process's exit status; never throws what an organiser could cause. */
export async function main(process: NodeJS.Process): Promise<void> {
  const program = createProgram(async (command, options) => {
    const { runCommand } = await import('./run-command.ts');
    process.exitCode = await runCommand(process, command, options);
  });
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    const { reportUsage } = await import('./report-error.ts');
    process.exitCode = await reportUsage(process, error.message);
  }
}
