import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot, root } from './files.mjs';

/** A step that failed; `output` is what it said. */
export class StepFailed extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

const isTerminal = process.stdout.isTTY === true;
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const line = (mark, name, rest) => `${mark} ${name.padEnd(14)} ${rest}`;

/** Runs one step and writes one line for it: what it returns is the line's remark. Throws what it throws. */
export async function step(name, work) {
  const since = performance.now();
  // Where the line cannot be rewritten, it is only written once it is done, unless the step takes long.
  if (isTerminal) process.stdout.write(line('·', name, '…'));
  const slow = setTimeout(() => isTerminal || console.log(line('·', name, '…')), 5_000);
  const end = (mark, rest) => {
    clearTimeout(slow);
    console.log(`${isTerminal ? '\r\u001b[2K' : ''}${line(mark, name, rest)}`);
  };
  try {
    const remark = await work();
    end('✓', [remark, seconds(since)].filter(Boolean).join(', '));
  } catch (error) {
    end('✗', seconds(since));
    throw error;
  }
}

/** The environment of our tools: our Node first, and development dependencies whatever NODE_ENV says. */
export const toolEnvironment = {
  ...process.env,
  PATH: [inRoot('node_modules', 'node', 'bin'), inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter),
};

/** Runs a command to its end and returns its output; throws `StepFailed` with that output unless it exits with 0. */
export function run(command, args, { cwd = root, env = toolEnvironment } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => reject(new StepFailed(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new StepFailed(`${[command, ...args].join(' ')} ended with ${signal ?? code}`, output));
    });
  });
}

/** Runs steps in a program of their own: a failure shows its output and ends it with 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    if (error.output) console.error(`\n${error.output.trimEnd()}\n`);
    console.error(error.message);
    process.exit(1);
  }
}
