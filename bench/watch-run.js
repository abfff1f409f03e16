import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/**
 * Runs a command and watches the peak of its memory and the time of its processors (Linux).
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ seconds: number, memory: number, cpu: number }>} MB and processor seconds of the one process
 */
export function watchRun(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    let memory = 0;
    let cpu = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, peakOf(child.pid));
      cpu = Math.max(cpu, processorSecondsOf(child.pid));
    }, 20);
    child.on('error', reject);
    child.on('exit', (status) => {
      clearInterval(watch);
      if (status !== 0) return reject(new Error(`${command} ${args.join(' ')} ended with ${status}`));
      resolve({ seconds: (performance.now() - start) / 1000, memory, cpu });
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
 * Of all threads: fields 14 and 15 of proc(5) stat, in hundredths of a second.
 * @param {number | undefined} pid
 */
function processorSecondsOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
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
