import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/**
 * Runs a command and watches the peak of its memory (Linux).
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ seconds: number, memory: number }>} MB of the one process
 */
export function watchRun(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, peakOf(child.pid));
    }, 20);
    child.on('error', reject);
    child.on('exit', (status) => {
      clearInterval(watch);
      if (status !== 0) return reject(new Error(`${command} ${args.join(' ')} ended with ${status}`));
      resolve({ seconds: (performance.now() - start) / 1000, memory });
    });
  });
}

/** @param {number | undefined} pid */
function peakOf(pid) {
  try {
    const [, peak = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(peak) / 1024;
  } catch {
    return 0;
  }
}

/**
 * Prints the medians of several runs, and gives them back.
 * @param {string} name
 * @param {{ seconds: number, memory: number }[]} runs
 */
export function report(name, runs) {
  const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const seconds = median(runs.map((one) => one.seconds));
  const memory = median(runs.map((one) => one.memory));
  console.log(
    `  ${name.padEnd(24)}  ${seconds.toFixed(2).padStart(7)} s  ${memory.toFixed(0).padStart(6)} MB`,
  );
  return { seconds, memory };
}
