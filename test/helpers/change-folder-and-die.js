// Changes an event folder and dies just before its n-th change to the disk, as on a power cut. Without a number it
// dies at none and prints how many changes there were.
//   node change-folder-and-die.js <event folder> <json of files> [n]
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [, , root, files, dieAt] = process.argv;
let changes = 0;

function dieBefore(work) {
  return (...args) => {
    changes += 1;
    if (changes === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
    return work(...args);
  };
}

const open = fs.promises.open;
for (const name of ['mkdir', 'rename', 'rm']) fs.promises[name] = dieBefore(fs.promises[name]);
fs.rmSync = dieBefore(fs.rmSync);
fs.promises.open = dieBefore(async (...args) => {
  const handle = await open(...args);
  for (const name of ['writeFile', 'sync', 'chmod']) handle[name] = dieBefore(handle[name].bind(handle));
  return handle;
});
syncBuiltinESMExports();

const { changeFolder } = await import('../../dist/folder/event-folder.js');
await changeFolder({ root, shownRoot: '.' }, 'test', new Date(0), async () => ({
  value: undefined,
  files: JSON.parse(files),
  history: { what: 'test' },
}));
process.stdout.write(String(changes));
