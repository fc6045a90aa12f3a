import { type Caller, verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationWorld, stepTerm, withdrawConsent } from '../testkit/classroom.js';
import { lessonRoom } from '../testkit/lesson-room.js';

const issue = `mutation ($input: IssueCertificatesInput!) { issueCertificates(input: $input) { issued refusals { code field } } }`;
const revoke = `mutation ($input: RevokeCertificateInput!) { revokeCertificate(input: $input) { certificate { isValid reason } refusals { code field } } }`;
const mark = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { marked refusals { code } } }`;
const list = `{ certificates { nodes { id number learnerName courseName lessons hours issuer issuedOn isValid enrolment { id hoursAttended lessonsAttended } } } }`;
const check = `query ($code: String!) { certificateCheck(code: $code) { number learner courseName termName hours issuer issuedOn isValid } }`;

const listOf = async (by: Caller) => Object(await by.do(list)).certificates.nodes;

describe('certificates', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  /** A term that is over, to which one of two children came. */
  async function finished() {
    const scene = await world.scene();
    const room = await lessonRoom(world, scene);
    const [one, two] = room.children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    await room.teacher.do(mark, { input: { lesson: room.lesson, marks: [{ enrolment: one.enrolment, mark: 'PRESENT' }, { enrolment: two.enrolment, mark: 'ABSENT' }] } });
    const end = async () => {
      for (const step of ['start', 'finish']) await room.secretary.do(stepTerm, { input: { id: room.term, step } });
    };
    const codeOf = async (): Promise<string> => {
      const rows = await scene.write((tx) => tx.em.execute<{ code: string }[]>('select code from course_certificate where tenant_id = ?', [tx.tenant.id]));
      return rows[0]?.code ?? '';
    };
    const download = (by: Caller, id: string, query = '') =>
      world.server.http.inject({ url: `/t/${scene.tenant.slug}/downloads/education/certificates/${id}${query}`, headers: by.token ? { authorization: `Bearer ${by.token}` } : {} });
    return { ...room, scene, one, two, end, codeOf, download };
  }

  it('are issued by who runs the course to who came, numbered within the year, once', async () => {
    const { scene, term, secretary, teacher, one, two, end } = await finished();
    const other = await world.scene();
    const { units } = scene;
    const input = { term };
    expect(verdict(await secretary.ask(issue, { input }))).toBe('TERM_NOT_FINISHED term');
    await end();
    expect(verdict(await scene.anonymous.ask(issue, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(issue, { input }))).toBe('NOT_FOUND term');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(issue, { input }))).toBe('FORBIDDEN');
    expect(verdict(await teacher.ask(issue, { input }))).toBe('FORBIDDEN');
    const answers = await Promise.all([1, 2].map(() => secretary.ask(issue, { input })));
    expect(answers.map(verdict).toSorted()).toEqual(['NOBODY_TO_CERTIFY term', 'done']);
    expect(await listOf(one.guardian)).toMatchObject([
      { number: '2026-0001', learnerName: '韩小宝', courseName: '书法', lessons: 1, hours: 1.5, issuedOn: '2026-05-19', isValid: true, enrolment: { hoursAttended: 1.5, lessonsAttended: 1 } },
    ]);
    expect(await listOf(two.guardian)).toEqual([]);
    expect(await listOf(secretary)).toMatchObject([{ number: '2026-0001', learnerName: null }]);
    expect(await listOf(scene.anonymous)).toEqual([]);
  });

  it('say to whoever has the code that they are genuine, and of the learner one character', async () => {
    const { scene, term, secretary, one, end, codeOf } = await finished();
    const other = await world.scene();
    await end();
    await secretary.do(issue, { input: { term } });
    const code = await codeOf();
    const genuine = { number: '2026-0001', learner: '韩**', courseName: '书法', termName: '秋季班', hours: 1.5, issuer: expect.any(String), issuedOn: '2026-05-19', isValid: true };
    expect(await scene.anonymous.do(check, { code })).toEqual({ certificateCheck: genuine });
    expect(await other.anonymous.do(check, { code })).toEqual({ certificateCheck: null });
    for (const wrong of ['', 'x', code.slice(1), `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`]) expect(await scene.anonymous.do(check, { code: wrong })).toEqual({ certificateCheck: null });
    await one.guardian.do(withdrawConsent, { input: { id: one.enrolment } });
    expect(await scene.anonymous.do(check, { code })).toEqual({ certificateCheck: { ...genuine, learner: null } });
    expect(await listOf(one.guardian)).toMatchObject([{ learnerName: '韩小宝' }]);
  });

  it('are revoked with a reason, and say so', async () => {
    const { scene, term, secretary, one, end, codeOf, download } = await finished();
    const other = await world.scene();
    await end();
    await secretary.do(issue, { input: { term } });
    const [{ id }] = await listOf(secretary);
    const input = { id, reason: '姓名有误' };
    expect(verdict(await scene.anonymous.ask(revoke, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(revoke, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(revoke, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await one.guardian.ask(revoke, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(revoke, { input: { ...input, reason: '' } }))).toBe('REQUIRED reason');
    expect((await secretary.ask(revoke, { input })).data).toMatchObject({ revokeCertificate: { certificate: { isValid: false, reason: '姓名有误' } } });
    expect(verdict(await secretary.ask(revoke, { input }))).toBe('CERTIFICATE_REVOKED id');
    expect(await scene.anonymous.do(check, { code: await codeOf() })).toMatchObject({ certificateCheck: { isValid: false } });
    expect((await download(one.guardian, id)).statusCode).toBe(400);
  });

  it('are downloaded by the guardian, and by staff for a stated purpose, which is recorded and told to the guardian', async () => {
    const { scene, term, secretary, one, two, end, download } = await finished();
    await end();
    await secretary.do(issue, { input: { term } });
    const [{ id }] = await listOf(secretary);
    const pdf = await download(one.guardian, id);
    expect(pdf.statusCode).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toBe('attachment; filename="certificate-2026-0001.pdf"');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await download(scene.anonymous, id)).statusCode).toBe(404);
    expect((await download(two.guardian, id)).statusCode).toBe(404);
    expect((await download(one.guardian, 'certificate_01h2xcejqtf2nbrexx3vqjhp41')).statusCode).toBe(404);
    expect((await download(secretary, id)).json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    const worker = await scene.as('gridWorker', scene.units.community);
    expect((await download(worker, id, '?purpose=x')).json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    expect((await download(secretary, id, `?purpose=${encodeURIComponent('打印证书')}`)).statusCode).toBe(200);
    const reads = await scene.write((tx) => tx.em.execute(`select subject, fields, purpose from read_record where tenant_id = ? and subject = 'Certificate'`, [tx.tenant.id]));
    expect(reads).toEqual([{ subject: 'Certificate', fields: ['learnerName'], purpose: '打印证书' }]);
    const administrator = await scene.as('tenantAdministrator', scene.units.district);
    await administrator.do(`mutation { disablePlugin(input: { name: "education" }) { refusals { code } } }`);
    expect((await download(one.guardian, id)).statusCode).toBe(404);
    await administrator.do(`mutation { enablePlugin(input: { name: "education" }) { refusals { code } } }`);
    expect((await download(one.guardian, id)).statusCode).toBe(200);
  });
});
