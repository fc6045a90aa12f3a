import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Calls back when npm, which started this script, was killed: a server that nobody can stop from the terminal any more
 * would hold its port. Started by hand, a script may outlive its shell, and nothing is watched.
 */
export function whenParentDies(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const line = lineage();
  const timer = setInterval(() => {
    if (process.ppid === line[0] && line.slice(1).every((pid, index) => parentOf(line[index]) === pid)) return;
    clearInterval(timer);
    callback();
  }, 300);
  timer.unref();
}

// Between npm and us there are shells, which do not notice that npm is gone: `sh -c`, and pnpm's stand-in for `node`.
function lineage() {
  const line = [process.ppid];
  for (let pid = process.ppid; isShell(pid); pid = line.at(-1)) {
    const parent = parentOf(pid);
    if (!parent || parent === 1) break;
    line.push(parent);
  }
  return line;
}

function isShell(pid) {
  try {
    return /\/(sh|dash|bash|zsh|busybox)$/.test(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    return false;
  }
}

function parentOf(pid) {
  const [, parent] = read(`/proc/${pid}/stat`).replace(/^.*\) /s, '').split(' ');
  return parent ? Number(parent) : null;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
