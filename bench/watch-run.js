import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/**
 * Runs a command and watches the peak of its memory and the time of its processors, with those of the processes that it
 * starts (Linux).
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ seconds: number, memory: number, cpu: number }>} MB and processor seconds
 */
export function watchRun(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    let memory = 0;
    let cpu = 0;
    const watch = setInterval(() => {
      const processes = treeOf(child.pid);
      memory = Math.max(memory, processes.length > 1 ? sharedMemoryOf(processes) : peakOf(child.pid));
      cpu = Math.max(
        cpu,
        processes.reduce((sum, id) => sum + processorSecondsOf(id), 0),
      );
    }, 20);
    child.on('error', reject);
    child.on('exit', (status) => {
      clearInterval(watch);
      if (status !== 0) return reject(new Error(`${command} ${args.join(' ')} ended with ${status}`));
      resolve({ seconds: (performance.now() - start) / 1000, memory, cpu });
    });
  });
}

/**
 * The process and all that it has started.
 * @param {number | undefined} pid
 * @returns {(number | undefined)[]}
 */
function treeOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [pid, ...children.flatMap((id) => treeOf(Number(id)))];
  } catch {
    return [pid];
  }
}

/** @param {number | undefined} pid */
function peakOf(pid) {
  return megabytes(`/proc/${pid}/status`, 'VmHWM');
}

/**
 * What several hold at this moment; what they share, such as the code of Node.js, counts once.
 * @param {(number | undefined)[]} processes
 */
function sharedMemoryOf(processes) {
  return processes.reduce((sum, id) => sum + megabytes(`/proc/${id}/smaps_rollup`, 'Pss'), 0);
}

/**
 * @param {string} path
 * @param {string} field
 */
function megabytes(path, field) {
  try {
    const [, size = '0'] = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(path, 'utf8')) ?? [];
    return Number(size) / 1024;
  } catch {
    return 0;
  }
}

/**
 * Of all threads, and of the processes it started that have ended: fields 14 to 17 of proc(5) stat, in hundredths of a
 * second.
 * @param {number | undefined} pid
 */
function processorSecondsOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return 0;
  }
}

/**
 * Prints the medians of several runs, and gives them back.
 * @param {string} name
 * @param {{ seconds: number, memory: number, cpu: number }[]} runs
 */
export function report(name, runs) {
  const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const seconds = median(runs.map((one) => one.seconds));
  const memory = median(runs.map((one) => one.memory));
  const cpu = median(runs.map((one) => one.cpu));
  console.log(
    `  ${name.padEnd(24)}  ${seconds.toFixed(2).padStart(7)} s  ${memory.toFixed(0).padStart(6)} MB  ${cpu.toFixed(1).padStart(6)} s of processors`,
  );
  return { seconds, memory, cpu };
}
