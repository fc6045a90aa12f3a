import { readFileSync } from 'node:fs';

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

// Between npm and us there may be a shell, which does not notice that npm is gone.
function lineage() {
  const parent = process.ppid;
  const isShell = /^(sh|dash|bash|zsh|ash)$/.test(commandOf(parent));
  const grandparent = isShell ? parentOf(parent) : null;
  return grandparent ? [parent, grandparent] : [parent];
}

function commandOf(pid) {
  return read(`/proc/${pid}/comm`).trim();
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
