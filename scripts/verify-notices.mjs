#!/usr/bin/env node
// Verifies an exported series of notices. Stands alone: needs this file, the export, and any Node from 20 on.
//
//   curl -s https://…/t/<tenant>/notices.json > notices.json
//   node verify-notices.mjs notices.json [--head 12:3f9c…]…
//
// A head is a number and a hash that you kept: printed on a notice, or told by `noticeHead` on an earlier day. It finds
// what was edited, what is missing in the middle or at the end, and what was swapped. Exit code 0: all intact.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const beginning = '0'.repeat(64);
const [file, ...rest] = process.argv.slice(2);
if (!file) fail('usage: node verify-notices.mjs notices.json [--head number:hash]…');

const series = read(file);
const heads = [...(series.head ? [series.head] : []), ...keptHeads(rest)];
const faults = verify(series.notices, heads);
const last = series.notices.at(-1);
if (faults.length > 0) {
  for (const fault of faults) console.log(fault);
  process.exit(1);
}
console.log(`intact: ${series.notices.length} notices, head ${last ? `${last.number}:${last.hash}` : `0:${beginning}`}`);

function verify(notices, heads) {
  const found = [];
  const broken = [];
  let expected = 1;
  let previous = beginning;
  for (const notice of notices) {
    for (; expected < notice.number; expected += 1, previous = null) found.push([expected, 'missing']);
    const isBroken = sealed(notice.previousHash, notice, notice.number) !== notice.hash;
    if (isBroken) broken.push(notice);
    else if (previous !== null && notice.previousHash !== previous) found.push([notice.number, 'unlinked: does not follow the one before']);
    previous = isBroken ? null : notice.hash; // what follows a broken one is judged by itself
    expected = notice.number + 1;
  }
  for (const notice of broken) found.push([notice.number, whatBroke(notice, broken)]);
  const until = Math.max(0, ...heads.map(({ number }) => number));
  if (until >= expected) found.push([expected, `cut off: ${until} were published`]);
  const hashes = new Map(notices.map(({ number, hash }) => [number, hash]));
  for (const { number, hash } of heads) {
    if (hash !== null && hashes.has(number) && hashes.get(number) !== hash) found.push([number, 'replaced: another hash was kept of it']);
  }
  return found.toSorted(([a], [b]) => a - b).map(([number, words]) => `notice ${number} ${words}`);
}

function whatBroke(notice, broken) {
  for (const other of broken) {
    if (other === notice) continue;
    const hashes = [sealed(notice.previousHash, notice, other.number), sealed(other.previousHash, notice, other.number)];
    if (hashes.includes(notice.hash) || hashes.includes(other.hash)) return `misplaced: belongs at ${other.number}`;
  }
  return 'edited';
}

function sealed(previousHash, { title, body, kind, publishedAt, orgUnit, corrects }, number) {
  const content = JSON.stringify([number, title, body, kind, publishedAt, orgUnit, corrects]);
  return createHash('sha256').update(`${previousHash}\n${content}`).digest('hex');
}

function keptHeads(args) {
  const kept = [];
  for (let at = 0; at < args.length; at += 2) {
    const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(args[at + 1] ?? '') ?? [];
    if (args[at] !== '--head' || !number) fail(`cannot read ${args.slice(at, at + 2).join(' ')}: --head is followed by number:hash.`);
    kept.push({ number: Number(number), hash });
  }
  return kept;
}

function read(path) {
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8'));
    if (!Array.isArray(parsed.notices)) throw new Error('there are no notices in it.');
    return parsed;
  } catch (error) {
    return fail(`${path} is no exported series of notices: ${error.message}`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
