import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Engine } from './engines/engine.js';

const tickMs = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Milliseconds of processor time by what spent them. */
export interface Cpu {
  node: number;
  database: number;
}

/** User and system time of a process and all its threads, in ms; null when it is gone. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return null;
  }
}

/** The same of a process with the processes that it started. */
function cpuOfFamily(pid: number): number | null {
  const own = cpuOf(pid);
  if (own === null) return null;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return own + children.reduce((sum, child) => sum + (cpuOfFamily(Number(child)) ?? 0), 0);
}

/** Processor time of a server and of the connections that it has to PostgreSQL. */
export class CpuMeter {
  /** What connections had spent when they were last seen: one that closed since keeps it. */
  private readonly seen = new Map<number, { first: number; last: number }>();
  private readonly began: number;

  private constructor(
    private readonly admin: pg.Client,
    private readonly pid: number,
    private readonly connections: string,
  ) {
    this.began = cpuOfFamily(pid) ?? 0;
  }

  static async begin(admin: pg.Client, pid: number, connections: string): Promise<CpuMeter> {
    const meter = new CpuMeter(admin, pid, connections);
    await meter.look(true);
    return meter;
  }

  /** What was spent since the beginning. @throws Error when the server is gone. */
  async read(): Promise<Cpu> {
    const now = cpuOfFamily(this.pid);
    if (now === null) throw new Error('The server ended while it was measured.');
    await this.look(false);
    const database = [...this.seen.values()].reduce((sum, { first, last }) => sum + last - first, 0);
    return { node: now - this.began, database };
  }

  private async look(isBeginning: boolean): Promise<void> {
    const { rows } = await this.admin.query<{ pid: number }>(`select pid from pg_stat_activity where backend_type in ('client backend', 'parallel worker') and ${this.connections}`);
    for (const { pid } of rows) {
      const spent = cpuOf(pid);
      if (spent === null) continue;
      const known = this.seen.get(pid);
      if (known) known.last = spent;
      else this.seen.set(pid, { first: isBeginning ? spent : 0, last: spent }); // a new connection spent all of it since
    }
  }
}

/** Waits until a server and its connections have had nothing to do for a while. */
export async function untilQuiet(admin: pg.Client, engine: Pick<Engine, 'title' | 'pid' | 'connections' | 'atRestMs'>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const meter = await CpuMeter.begin(admin, engine.pid, engine.connections);
    await pause(1_300); // consumers gather events for a while
    const { node, database } = await meter.read();
    if (node + database <= engine.atRestMs) return;
  }
  throw new Error(`${engine.title} does not come to rest.`);
}
