import { closeRound, EvaluationProposal, EvaluationRound, openRound, Project, ProposalKind } from '@weixiang/core';
import type { Caller, Scene } from '@weixiang/core/testkit';
import { EVALUATION_POLICY, monthIn, parseTypeId, toTypeId } from '@weixiang/shared';

/** What a populated tenant holds at least; ids as the API gives them. */
export interface Populated {
  admin: Caller;
  project: string;
  wish: string;
}

/** Fills a scene through the API with a record of every noun, so that there is something to leak. */
export async function populate(scene: Scene): Promise<Populated> {
  const { units } = scene;
  const admin = await scene.as('tenantAdministrator', units.district);
  const resident = await scene.as('resident', units.grid);
  const lead = await scene.as('projectLead', units.community);
  const run = async (caller: Caller, name: string, type: string, selection: string, input: Record<string, unknown>): Promise<string> => {
    const answer = Object(await caller.do(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} { id } refusals { code field message } } }`, { input }));
    const payload = Object(answer[name]);
    if (payload.refusals.length > 0) throw new Error(`${name} was refused: ${JSON.stringify(payload.refusals)}`);
    return payload[selection].id;
  };
  const term = async (kind: string): Promise<string> => {
    const answer = Object(await admin.do(`{ vocabulary(first: 1, filter: { kind: ${kind} }) { nodes { id } } }`));
    return answer.vocabulary.nodes[0].id;
  };
  const wish = await run(resident, 'makeWish', 'MakeWishInput', 'wish', { orgUnit: units.grid.id, words: '希望孩子放学后有人管', channel: 'ONLINE_HOME', isPublic: true });
  await run(lead, 'supportWish', 'SupportWishInput', 'wish', { id: wish });
  await run(admin, 'acceptWish', 'AcceptWishInput', 'wish', { id: wish, words: '收到，一起想办法。', newDemandTitle: '放学后托管' });
  const partner = await run(admin, 'admitPartner', 'AdmitPartnerInput', 'partner', { name: '芍花公益发展中心' });
  const project = await run(admin, 'createProject', 'CreateProjectInput', 'project', { type: 'education', name: '四点半课堂', orgUnit: units.community.id, partner, leadName: '沈建国' });
  const officer = await scene.as('subDistrictOfficer', units.street);
  const [taken] = Object(await lead.do('{ viewer { roles { id } } }')).viewer.roles;
  await run(officer, 'openEmergencyAccess', 'OpenEmergencyAccessInput', 'emergencyAccess', { assignment: taken.id, reason: '孩子没人接，负责人联系不上。', hours: 2 });
  await run(admin, 'recordAgreement', 'RecordAgreementInput', 'agreement', { project, partner, signedOn: '2026-05-01', content: '课后托管' });
  await run(admin, 'recordActivity', 'RecordActivityInput', 'activity', { project, kind: await term('ACTIVITY_KIND'), date: '2026-05-10', visits: 20, minors: 18 });
  await run(admin, 'recordEvaluationRound', 'RecordEvaluationRoundInput', 'evaluationRound', { project, month: '2026-04', excellent: 10, good: 2, pass: 1, fail: 0 });
  await run(admin, 'publishNotice', 'PublishNoticeInput', 'notice', { title: '四月评议', body: '优秀。', kind: 'GRADE', orgUnit: units.community.id, project });
  await run(admin, 'publishProject', 'PublishProjectInput', 'project', { id: project });
  await evaluate(scene, project, (round) => run(resident, 'rateProject', 'RateProjectInput', 'evaluationRound', { round, party: 'RESIDENT', grade: 'FAIL', words: '这个月没来' }));
  const { evaluationRounds } = await resident.do('{ evaluationRounds(filter: { state: [PUBLISHED] }) { nodes { id } } }');
  await run(resident, 'raiseObjection', 'RaiseObjectionInput', 'objection', { round: Object(evaluationRounds).nodes[0].id, words: '只有我一个人评。' });
  return { admin, project, wish };
}

/** A round that was rated, closed and published, and a proposal after it. */
async function evaluate({ write, tenant }: Scene, project: string, rate: (round: string) => Promise<string>): Promise<void> {
  const id = String(parseTypeId(project)?.uuid);
  const round = await write(async (tx) => {
    const rated = await tx.em.findOneOrFail(Project, { id }, { populate: ['orgUnit'] });
    const closesAt = new Date(tx.now.getTime() + 60_000);
    return openRound(tx, rated, { month: monthIn(tx.now, tenant.timeZone), closesAt, policy: { ...EVALUATION_POLICY, quorum: 1 } }).id;
  });
  await rate(toTypeId('round', round));
  await write(async (tx) => {
    const closing = await tx.em.findOneOrFail(EvaluationRound, { id: round });
    closing.closesAt = tx.now;
    await tx.em.flush();
    await closeRound(tx, round);
    const rated = await tx.em.findOneOrFail(Project, { id }, { populate: ['orgUnit'] });
    tx.create(EvaluationProposal, { project: rated, round: closing, orgUnit: rated.orgUnit, orgPath: rated.orgPath, kind: ProposalKind.CORRECTION, dueOn: '2026-06-30' });
  });
}
