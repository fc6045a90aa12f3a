import { toTypeId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Partner } from '../partners/partner.entity.js';
import { type Caller, type Scene, verdict, World } from '../testkit/index.js';
import { at, decide, openRound, residentsRate, runningProject, work } from './fixture/rounds.fixture.js';
import { EvaluationProposal } from './evaluation-proposal.entity.js';
import type { Grade } from './evaluation.enums.js';
import { evaluationNotifications } from './evaluation-round.notifications.js';

const five = (grade: keyof typeof Grade) => [grade, grade, grade, grade, grade] as const;
const read = '{ evaluationProposals { nodes { id kind state dueOn round { month } deciders { zh } availableSteps { name allowed } } } }';
const step = 'mutation ($input: StepProjectInput!) { stepProject(input: $input) { project { state } refusals { code } } }';

interface Proposed {
  id: string;
  kind: string;
  state: string;
  dueOn: string | null;
  round: { month: string };
  deciders: { zh: string }[];
  availableSteps: { name: string; allowed: boolean }[];
}

describe('what follows from a final grade', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ now: at('05-19') });
  });
  afterAll(() => world.close());

  /** Sessions do not last for months. */
  const officerOf = (scene: Scene): Promise<Caller> => scene.as('organisationOfficer', scene.units.district);
  const proposals = async (caller: Caller): Promise<Proposed[]> => Object((await caller.do(read))['evaluationProposals']).nodes;

  /** A whole month: opened, rated by five residents, closed, final. */
  async function month(scene: Scene, number: string, grade: keyof typeof Grade): Promise<void> {
    world.server.clock.set(at(`${number}-01`));
    await work(world, scene);
    await residentsRate(scene, await openRound(scene), five(grade));
    world.server.clock.set(at(`${number}-26`));
    await work(world, scene);
    world.server.clock.set(at(`${String(Number(number) + 1).padStart(2, '0')}-02`));
    await work(world, scene);
  }

  async function stage(): Promise<{ scene: Scene; project: string; partner: string; partnerOf(): Promise<Partner> }> {
    world.server.clock.set(at('03-20'));
    const scene = await world.scene();
    const partnerId = await scene.write(async (tx) => tx.create(Partner, { name: '芍花公益', admittedOn: '2026-01-01' }).id);
    const partner = toTypeId('partner', partnerId);
    const project = await runningProject(scene, { partner });
    return { scene, project, partner, partnerOf: () => scene.write((tx) => tx.em.findOneOrFail(Partner, { id: partnerId })) };
  }

  it('is a commendation after an excellent, made public when somebody who may confirms it', async () => {
    const { scene } = await stage();
    await month(scene, '04', 'EXCELLENT');
    const officer = await officerOf(scene);
    const [proposal, ...more] = await proposals(officer);
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({ kind: 'COMMENDATION', state: 'PROPOSED', round: { month: '2026-04' }, availableSteps: [{ name: 'confirm', allowed: true }, { name: 'decline', allowed: true }] });
    expect(proposal?.deciders.map(({ zh }) => zh)).toEqual(['召集人', '组织部门工作人员', '街道工作人员']);
    const input = { id: proposal?.id, isConfirmed: true, words: '居民满意。' };
    const other = await world.scene();
    expect(verdict(await scene.anonymous.ask(decide, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('organisationOfficer', other.units.district)).ask(decide, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(decide, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.community)).ask(decide, { input }))).toBe('FORBIDDEN');
    expect(verdict(await officer.ask(decide, { input: { ...input, words: ' ' } }))).toMatch(/words$/);
    const answers = await Promise.all([officer.ask(decide, { input }), officer.ask(decide, { input })]);
    expect(answers.map(verdict).filter((each) => each === 'done')).toEqual(['done']);
    expect((await scene.anonymous.ask('{ notices(first: 1) { nodes { title body } } evaluationProposals { nodes { kind state } } }')).data).toEqual({
      notices: { nodes: [{ title: '表彰“四点半课堂”', body: '2026年4月评议为优秀，决定予以表彰。\n合作单位：芍花公益。\n理由：居民满意。' }] },
      evaluationProposals: { nodes: [{ kind: 'COMMENDATION', state: 'CONFIRMED' }] },
    });
  });

  it('is a correction with a due date after a fail; nothing happens by itself', async () => {
    const { scene, project } = await stage();
    await month(scene, '04', 'FAIL');
    const officer = await officerOf(scene);
    const [proposal] = await proposals(officer);
    expect(proposal).toMatchObject({ kind: 'CORRECTION', state: 'PROPOSED', dueOn: '2026-06-01' });
    const state = async () => Object((await scene.anonymous.do('query ($id: ID!) { project(id: $id) { state } }', { id: project }))['project']).state;
    expect(await state()).toBe('RUNNING');
    expect(verdict(await officer.ask(decide, { input: { id: proposal?.id, isConfirmed: true, words: '按时整改。', dueOn: '2026-05-02' } }))).toBe('DUE_IN_PAST dueOn');
    const { decideEvaluationProposal } = await officer.do(decide, { input: { id: proposal?.id, isConfirmed: true, words: '按时整改。', dueOn: '2026-05-20' } });
    expect(decideEvaluationProposal).toMatchObject({ evaluationProposal: { state: 'CONFIRMED', dueOn: '2026-05-20', project: { state: 'CORRECTION' } } });
    await work(world, scene);
    expect(Object((await scene.anonymous.do('{ evaluationRounds(filter: { state: [OPEN] }) { totalCount } }'))['evaluationRounds']).totalCount).toBe(1); // May’s round had begun
    world.server.clock.set(at('06-03'));
    await work(world, scene);
    expect(Object((await scene.anonymous.do('{ evaluationRounds(filter: { state: [OPEN] }) { totalCount } }'))['evaluationRounds']).totalCount).toBe(0); // not running, so none in June
  });

  it('is told to who decides nearest to the project: on a correction not the same people as on a removal', async () => {
    const { scene } = await stage();
    await month(scene, '04', 'FAIL');
    const supervisor = await scene.as('supervisor', scene.units.community);
    const officer = await scene.as('subDistrictOfficer', scene.units.street);
    const kind = evaluationNotifications.find(({ name }) => name === 'evaluation.proposed');
    const told = await scene.write(async (tx) => {
      const proposal = await tx.em.findOneOrFail(EvaluationProposal, {});
      const event = { sequence: 1, name: 'evaluationProposal.proposed', subject: 'EvaluationProposal', subjectId: proposal.id, actorId: null, at: tx.now };
      return kind?.recipients(tx, [{ ...event, id: 'one', payload: { kind: 'CORRECTION' } }, { ...event, id: 'other', payload: { kind: 'REMOVAL' } }]);
    });
    expect(told?.get('one')?.map(({ person }) => person)).toEqual([supervisor.personUuid]);
    expect(told?.get('other')?.map(({ person }) => person)).toEqual([officer.personUuid]);
  });

  it('declined, with the reason, leaves everything as it is', async () => {
    const { scene } = await stage();
    await month(scene, '04', 'FAIL');
    const officer = await officerOf(scene);
    const [proposal] = await proposals(officer);
    await officer.do(decide, { input: { id: proposal?.id, isConfirmed: false, words: '已当场改好。' } });
    expect((await proposals(officer))[0]).toMatchObject({ state: 'DECLINED' });
    expect((await scene.anonymous.ask('{ projects { nodes { state } } notices(first: 1) { nodes { kind } } evaluationProposals { totalCount } }')).data).toEqual({
      projects: { nodes: [{ state: 'RUNNING' }] },
      notices: { nodes: [{ kind: 'GRADE' }] },
      evaluationProposals: { totalCount: 0 },
    });
    await month(scene, '05', 'FAIL'); // no correction was confirmed, so this is not failing after one
    expect((await proposals(await officerOf(scene))).map(({ kind, state }) => [kind, state])).toEqual([['CORRECTION', 'PROPOSED'], ['CORRECTION', 'DECLINED']]);
  });

  it('is removal only after failing again after a correction; its partner goes once nothing else of it is under way', async () => {
    const { scene, project, partner, partnerOf } = await stage();
    await month(scene, '04', 'FAIL');
    let officer = await officerOf(scene);
    const [correction] = await proposals(officer);
    await officer.do(decide, { input: { id: correction?.id, isConfirmed: true, words: '按时整改。' } });
    const accepted = await officer.do(step, { input: { id: project, step: 'acceptCorrection' } });
    expect(accepted).toMatchObject({ stepProject: { project: { state: 'RUNNING' } } });
    await month(scene, '05', 'FAIL'); // May’s ratings had begun when the correction was ordered
    expect(await proposals(await officerOf(scene))).toHaveLength(1);
    await month(scene, '06', 'FAIL');
    officer = await officerOf(scene);
    const [removal] = await proposals(officer);
    expect(removal).toMatchObject({ kind: 'REMOVAL', state: 'PROPOSED', round: { month: '2026-06' } });
    expect((await partnerOf()).state).toBe('ADMITTED');
    const other = await runningProject(scene, { partner, name: '理发进小区' });
    const input = { id: removal?.id, isConfirmed: true, words: '整改后仍不合格。' };
    const convener = await scene.as('convener', scene.units.district);
    expect(verdict(await convener.ask(decide, { input }))).toBe('PARTNER_NOT_YOURS id');
    const { errors, data } = await officer.ask(decide, { input });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ decideEvaluationProposal: { refusals: [{ code: 'HAND_OVER_FIRST', message: expect.stringContaining('理发进小区') }] } });
    expect((await partnerOf()).state).toBe('ADMITTED');
    await officer.do('mutation ($input: EditProjectInput!) { editProject(input: $input) { refusals { code } } }', { input: { id: other, partner: null } });
    expect((await officer.do(decide, { input }))['decideEvaluationProposal']).toMatchObject({ evaluationProposal: { state: 'CONFIRMED', project: { state: 'TERMINATED' } } });
    expect(await partnerOf()).toMatchObject({ state: 'REMOVED', removedOn: '2026-07-02' });
    expect((await scene.anonymous.ask('{ notices(first: 1) { nodes { title body } } }')).data).toMatchObject({
      notices: { nodes: [{ title: '“四点半课堂”清退', body: expect.stringContaining('合作单位芍花公益清退') }] },
    });
  });

  it('follows from no tallies of a ledger, nor from tallies that were recorded by hand', async () => {
    const { scene, project } = await stage();
    const officer = await officerOf(scene);
    await officer.do('mutation ($input: RecordEvaluationRoundInput!) { recordEvaluationRound(input: $input) { refusals { code } } }', { input: { project, month: '2026-02', excellent: 0, good: 0, pass: 0, fail: 50 } });
    await work(world, scene);
    expect(await proposals(officer)).toEqual([]);
    expect(Object((await scene.anonymous.do('{ notices { totalCount } }'))['notices']).totalCount).toBe(0);
  });
});
