// A command that holds the lock of the event folder it stands in until it is stopped. Run through the program's own
// runCommand, with --json or without.
import { setTimeout } from 'node:timers/promises';
import { runCommand } from '../../dist/cli/run-command.js';
import { changeFolder, openEvent } from '../../dist/folder/event-folder.js';

async function runSlow(context) {
  const folder = await openEvent(context);
  return changeFolder(folder, 'slow', context.clock.now(), async () => {
    await setTimeout(60_000);
    throw new Error('nobody stopped the slow command');
  });
}

const command = { name: 'slow', load: async () => runSlow };
process.exitCode = await runCommand(process, command, {
  json: process.argv.includes('--json'),
  color: true,
});
