import { setTimeout as pause } from 'node:timers/promises';
import { Logger as WorkerLogger, run, type Runner } from 'graphile-worker';
import { indexOf } from '../features/feature-index.js';
import { removeOrphans } from '../files/orphans.js';
import type { Kernel } from '../kernel.js';
import { noTenant } from '../platform/platform.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import { reencryptTenant } from '../encryption/reencrypt.js';
import { forgetExpired } from '../request/housekeeping.js';
import type { CronDefinition, JobPayload } from './job.js';
import { tenantTask } from './queue.js';

interface TenantJob {
  tenantId: string;
  name: string;
  payload: JobPayload;
}

const cronTask = 'tenant_crons';
const scanTask = 'scan_events';
const housekeepingTask = 'housekeeping';
const reencryptionTask = 'reencryption';

/** How long a stop waits for the jobs that run. */
const patienceMs = 10_000;

/** Runs jobs and crons on this process. Every process may; each job runs once, crons once for all processes. */
export class JobRunner {
  private runner: Runner | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly kernel: Kernel,
    private readonly url: string,
  ) {}

  /** Starts, and starts again whenever the database goes away and comes back. */
  async start(): Promise<void> {
    this.kernel.listener.onReconnect(() => void this.replace());
    await this.begin();
  }

  /** Waits for the jobs that run; long ones leave off at the next good place. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.kernel.consumers.stop();
    await this.end();
  }

  private async begin(): Promise<void> {
    this.runner = await this.launch();
    await this.kernel.consumers.start();
    await this.runCrons(({ atStart }) => atStart === true);
    // One process is enough, however many start at once.
    await this.runner.addJob(reencryptionTask, {}, { jobKey: reencryptionTask });
  }

  /** A worker whose connection broke in the middle of a job never ends: the whole runner is given up for a new one. */
  private async replace(): Promise<void> {
    void this.end();
    while (!this.stopping.signal.aborted) {
      try {
        return await this.begin();
      } catch {
        this.kernel.log.warn('the database does not answer; jobs start again in a moment');
        await pause(1000, undefined, { ref: false });
      }
    }
  }

  private async end(): Promise<void> {
    const { runner } = this;
    this.runner = null;
    if (!runner) return;
    runner.promise.catch(() => {}); // it may have ended by itself, with the connection
    await Promise.race([runner.stop().catch(() => {}), pause(patienceMs, undefined, { ref: false })]);
  }

  private launch(): Promise<Runner> {
    const { log } = this.kernel;
    return run({
      connectionString: this.url,
      concurrency: 2,
      pollInterval: 2000,
      noHandleSignals: true,
      noPreparedStatements: true, // a pooler in transaction mode may stand between
      logger: new WorkerLogger((scope) => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn({ scope }, message);
      }),
      taskList: {
        [tenantTask]: (payload) => this.runJob(payload as TenantJob), // the queue holds what addJobs put there
        [cronTask]: (_payload, { job }) => this.runCronsOf(Math.floor(job.run_at.getTime() / 60_000)),
        [scanTask]: () => this.scan(),
        [housekeepingTask]: () => this.keepHouse(),
        [reencryptionTask]: () => this.reencrypt(),
      },
      crontab: [`* * * * * ${cronTask} ?fill=1m`, `* * * * * ${scanTask}`, `17 * * * * ${housekeepingTask}`, `37 * * * * ${reencryptionTask}`].join('\n'),
    });
  }

  private async runJob({ tenantId, name, payload }: TenantJob): Promise<void> {
    const { tenants, catalogue } = this.kernel;
    const tenant = await tenants.byId(tenantId);
    if (!tenant) return;
    const job = indexOf(catalogue.setFor(tenant.plugins)).jobs.get(name);
    if (!job) return this.kernel.log.warn({ tenantId, job: name }, 'no enabled feature knows this job; it is dropped');
    if ('runOutside' in job) return job.runOutside(this.kernel, tenant, payload, this.stopping.signal);
    await this.kernel.asSystem(tenant, `job ${name}`, (tx) => job.run(tx, payload));
  }

  private runCronsOf(minute: number): Promise<void> {
    return this.runCrons(({ everyMinutes }) => minute % everyMinutes === 0);
  }

  /** Every tenant's crons that are due; one that fails does not stop the others. */
  private async runCrons(isDue: (cron: CronDefinition) => boolean): Promise<void> {
    for (const tenant of await this.kernel.tenants.all()) {
      const { crons } = indexOf(this.kernel.featuresOf(tenant));
      for (const cron of await this.withWork(tenant, [...crons.values()].filter(isDue))) {
        try {
          await this.kernel.asSystem(tenant, `cron ${cron.name}`, (tx) => cron.run(tx));
        } catch (error) {
          this.kernel.log.error({ err: error, tenantId: tenant.id, cron: cron.name }, 'a cron failed; it runs again at its next time');
        }
      }
    }
  }

  /** Those of the crons that may have something to do; all of them where that cannot be asked. */
  private async withWork(tenant: Tenant, crons: readonly CronDefinition[]): Promise<readonly CronDefinition[]> {
    if (crons.every(({ when }) => when === undefined)) return crons;
    const conditions = crons.map(({ when = 'true' }) => when).join(', ');
    const text = `select json_build_array(${conditions})::text from (select $1::uuid, $2::timestamptz) asked`;
    try {
      const [answer = '[]'] = await this.kernel.readPool.run(tenant.id, [{ text, values: [tenant.id, this.kernel.clock.now()], planning: 'anew' }]);
      const holds: boolean[] = JSON.parse(answer);
      return crons.filter((_, at) => holds[at]);
    } catch (error) {
      this.kernel.log.error({ err: error, tenantId: tenant.id }, 'what crons have to do could not be asked; they run');
      return crons;
    }
  }

  /** The platform's own failures stand under the id that no tenant has. */
  private async keepHouse(): Promise<void> {
    const { tenants, database, clock } = this.kernel;
    const ids = (await tenants.all()).map(({ id }) => id);
    for (const id of [...ids, noTenant]) await database.inTenant(id, (em) => forgetExpired(em, id, clock.now()));
    for (const id of ids) {
      const removed = await removeOrphans(this.kernel, id);
      if (removed > 0) this.kernel.log.info({ tenantId: id, removed }, 'files that no record names were removed');
    }
  }

  /** Encrypts what is not yet, and what stands under keys that are to go. */
  private async reencrypt(): Promise<void> {
    const { tenants, database, cipher, log } = this.kernel;
    for (const { id } of await tenants.all()) {
      for (const [table, rows] of await reencryptTenant(database, cipher, id)) if (rows > 0) log.info({ tenantId: id, table, rows }, 'encrypted under the first key');
    }
  }

  /** Numbers what a process left behind when it died between its commit and the sequencer, and lets consumers look. */
  private async scan(): Promise<void> {
    for (const { id } of await this.kernel.tenants.all()) this.kernel.sequencer.poke(id);
    await this.kernel.sequencer.settled();
    await this.kernel.consumers.wakeAll();
  }
}
