import { newId } from '@weixiang/shared';
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../people/person.entity.js';
import { type Scene, World } from '../testkit/index.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Project } from '../projects/project.entity.js';
import { ProjectState } from '../projects/project.enums.js';
import { at, work } from './fixture/rounds.fixture.js';

const script = fileURLToPath(new URL('../../dist/evaluations/fixture/rounds-process.js', import.meta.url));

// As built: a process is killed with SIGKILL in the middle of its work, and another goes on.
describe('rounds whose process is killed', { timeout: 180_000 }, () => {
  let world: World;
  let scene: Scene;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  async function running(projects: number): Promise<void> {
    world.server.clock.set(at('05-19'));
    scene = await world.scene();
    await scene.write(plantProjects(scene, projects));
  }

  it('are opened once each, all of them, by whoever comes next', async () => {
    const projects = 450; // two whole batches and a part of one
    await running(projects);
    const opened = () => count('select count(*) from evaluation_round where tenant_id = ?');
    await killedWhen(async () => (await opened()) > 0);
    const left = await opened();
    expect(left).toBeLessThan(projects);
    await finish(opened, projects);
    expect(await count('select count(distinct project_id) from evaluation_round where tenant_id = ?')).toBe(projects);
    expect(await count(`select count(*) from event where tenant_id = ? and name = 'evaluationRound.opened'`)).toBe(projects);
  });

  it('are closed once each with one notice each, numbered without a gap', async () => {
    const projects = 100;
    await running(projects);
    await work(world, scene);
    await scene.write(async (tx) => {
      const voter = tx.create(Person, { orgUnit: await tx.em.findOneOrFail(OrgUnit, { id: scene.units.grid.uuid }), name: '某居民' });
      await tx.em.flush();
      await tx.em.execute(
        `insert into rating (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, project_type, is_public, project_id, round_id, person_id, party, grade)
         select tenant_id, gen_random_uuid(), created_at, org_unit_id, org_path, recorded_path, project_type, is_public, project_id, id, ?, 'RESIDENT', 'GOOD' from evaluation_round where tenant_id = ?`,
        [voter.id, scene.tenant.id],
      );
      await tx.em.execute(`update evaluation_round set own_policy = jsonb_set(own_policy::jsonb, '{quorum}', '1') where tenant_id = ?`, [scene.tenant.id]);
    });
    world.server.clock.set(at('05-26'));
    const closed = () => count(`select count(*) from evaluation_round where tenant_id = ? and state <> 'OPEN'`);
    await killedWhen(async () => (await closed()) > 20);
    expect(await closed()).toBeLessThan(projects);
    await finish(closed, projects);
    await work(world, scene);
    expect(await count(`select count(*) from evaluation_round where tenant_id = ? and state = 'PUBLISHED' and grade = 'GOOD'`)).toBe(projects);
    expect(await count('select count(distinct round_id) from notice where tenant_id = ?')).toBe(projects);
    expect(await count('select count(*) from notice where tenant_id = ?')).toBe(projects);
    expect((await scene.anonymous.ask('{ noticeChain { length intact } noticeHead { number } }')).data).toEqual({ noticeChain: { length: projects, intact: true }, noticeHead: { number: projects } });
  });

  /** Two at once work on what is left; what a connection of the dead process still holds is done the next time. */
  function finish(done: () => Promise<number>, all: number): Promise<void> {
    return expect.poll(() => Promise.all([work(world, scene), work(world, scene)]).then(done), { timeout: 30_000 }).toBe(all);
  }

  /** Works in a process of its own, and kills it as soon as something is seen done. */
  async function killedWhen(isUnderWay: () => Promise<boolean>): Promise<void> {
    const { database, kernel, clock } = world.server;
    const child = spawn(process.execPath, [script, database.databaseUrl, database.databaseDirectUrl, scene.tenant.slug, clock.now().toISOString(), kernel.options.filesDir], { stdio: ['ignore', 'ignore', 'inherit'] });
    const gone = ended(child);
    while (!(await isUnderWay())) {
      if (child.exitCode !== null) throw new Error('The process ended before it was killed.');
      await pause(10);
    }
    child.kill('SIGKILL');
    await gone;
  }

  async function count(sql: string): Promise<number> {
    const [row] = await scene.write((tx) => tx.em.execute<{ count: string }[]>(sql, [scene.tenant.id]));
    return Number(row?.count);
  }
});

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => void child.once('exit', () => resolve()));
}

function plantProjects({ units }: Scene, projects: number) {
  return async (tx: Parameters<Parameters<Scene['write']>[0]>[0]): Promise<void> => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: units.community.uuid });
    for (let at = 0; at < projects; at += 1) {
      tx.create(Project, { id: newId(), orgUnit, orgPath: orgUnit.orgPath, type: 'general', name: `项目${at}`, state: ProjectState.RUNNING, isPublic: true, workflowName: 'project.life', workflowVersion: 1 });
    }
  };
}
