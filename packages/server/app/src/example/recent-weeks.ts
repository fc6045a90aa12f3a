import {
  acceptWish, Activity, answerWish, appointRepresentative, confirmWish, createProject, fulfilWish, listWish, makeWish, OrgUnit, Person, Project, ProjectState,
  publishNotice, recordActivity, supportWish, VocabularyKind, VocabularyTerm, Wish, type WishChannel,
} from '@weixiang/core';
import type { DemoStage, Kernel, RecordRef, Tenant, Transaction } from '@weixiang/kernel';
import { CHINA_HOLIDAYS, dateIn, deadlineAfterWorkingDays, type Priority, toTypeId } from '@weixiang/shared';

/** One thing that somebody did, so many days ago. */
type Deed = DemoStage['deed'];

const day = 24 * 60 * 60 * 1000;
const community = 'QC-01-02';
const grids = [`${community}-G1`, `${community}-G2`] as const;

/**
 * The last three weeks of one community, as its people themselves would have entered them: wishes in every state, and
 * activities. A ledger tells of a year that is over; who opens the console for the first time finds something to do. All of
 * it lies in the present, so the ledgers' year keeps its figures. Safe to repeat for a day after it was broken off.
 */
export async function liveRecentWeeks(kernel: Kernel, tenant: Tenant): Promise<void> {
  const deed = deedsIn(kernel, tenant);
  const { overdue, dueToday } = await daysAround(kernel, tenant);
  const told = (name: string, by: string, daysAgo: number, wish: Telling) => tell(deed, name, by, daysAgo, wish);

  await told('lift', 'resident', overdue, { words: '6号楼想加装电梯，请帮忙协调低层住户', category: '民生设施' });
  await told('gate', 'grid', dueToday, { words: '车棚旁门禁坏了，陌生人随意进来', category: '民生设施', channel: 'WECHAT_GROUP', priority: 'HIGH_URGENT' });
  await told('nurse', 'grid', dueToday, { words: '母亲行动不便，希望有医生上门换药', category: '健康服务', channel: 'HOUSEHOLD_VISIT', priority: 'HIGH_URGENT', isPublic: false });
  await told('music', 'community', 0.6, { words: '广场舞的音量，晚上九点以后能不能小一点', category: '矛盾纠纷', channel: 'WECHAT_GROUP', grid: 1 });
  await told('bench', 'resident', 0.2, { words: '小区南门等车的地方，想添两张长椅', category: '环境美化' });

  const homework = await told('homework', 'resident', 2.3, { words: '想给孩子找个放学后能写作业的地方', category: '教育培训' });
  await deed('grid', 2.1, 'homework answered', async (tx) => ({
    wish: await answerWish(tx, { ...(await seen(tx, homework)), words: '四点半课堂就在党群服务中心二楼，周一到周五下午四点半开门，明天可以带孩子来看看。' }),
  }));
  const lights = await told('lights', 'grid', 6.4, { words: '活动室的灯坏了两盏，下棋看不清', category: '民生设施', channel: 'SMILE_WALL', priority: 'LOW_URGENT' });
  const room = await accept(deed, 'lights', lights, 5.5, '已请物业本周换灯，换好后请您来看看。', { newDemandTitle: '活动室改造' });
  const chess = await told('chess', 'community', 5.2, { words: '能不能在活动室添几副象棋和乒乓球拍', category: '民生服务', channel: 'SMILE_WALL', grid: 1 });
  await accept(deed, 'chess', chess, 4.5, '和换灯的心愿一起办，已列入活动室改造。', { demand: room });
  for (const [name, wish] of [['lights', lights], ['chess', chess]] as const) {
    await deed('community', 4, `${name} listed`, async (tx) => ({ wish: await listWish(tx, await seen(tx, wish)) }));
    await deed('resident', 3, `${name} supported`, async (tx) => ({ wish: await supportWish(tx, { id: wish }) }));
  }

  await deed('community', 3.5, 'notice', async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { code: community });
    const words = '一、活动室改造：换灯，添象棋和乒乓球拍，共 2 条心愿。\n二、老年人手机课：每周三上午，共 1 条心愿。\n有不同意见，请在公示期内到社区或在这里提出。';
    return { notice: await publishNotice(tx, { kind: '需求清单', title: '光明社区本季度需求清单', body: words, orgUnit: toTypeId('unit', orgUnit.id) }) };
  });

  const phone = await told('phone', 'grid', 14.3, { words: '想学用手机挂号、打车，子女不在身边没人教', category: '教育培训', channel: 'FORUM', priority: 'HIGH_CALM' });
  const lesson = await accept(deed, 'phone', phone, 13.5, '准备请志愿者每周教一次，定了时间就告诉您。', { newDemandTitle: '老年人手机课' });
  await plan(deed, 'phone', 9.5, '光明社区老年人手机课', [lesson], '每周三上午在党群服务中心，由志愿者一对一教。');
  const lamp = await told('lamp', 'resident', 19.4, { words: '单元门口的路灯不亮，晚上回家看不清', category: '民生设施' });
  const repair = await accept(deed, 'lamp', lamp, 18.5, '已联系路灯管护单位，三天内来人。', { newDemandTitle: '楼门前照明' });
  await plan(deed, 'lamp', 16.5, '光明社区楼门前照明维修', [repair], '逐楼排查，坏一盏修一盏。');
  await deed('community', 11.5, 'lamp fulfilled', async (tx) => ({ wish: await fulfilWish(tx, { ...(await seen(tx, lamp)), words: '3号楼、6号楼门前的路灯都修好了，请您晚上看看亮不亮。' }) }));
  await deed('resident', 10.5, 'lamp confirmed', async (tx) => ({ wish: await confirmWish(tx, { ...(await seen(tx, lamp)), isDone: true, words: '亮了，谢谢。' }) }));

  await deed('organiser', 0, 'representative', async (tx) => {
    const delivered = await tx.em.findOneOrFail(Project, { code: 'QC2025-001' });
    const person = await tx.em.findOneOrFail(Person, { login: 'partner' });
    return { assignment: await appointRepresentative(tx, { partner: toTypeId('partner', String(delivered.partner?.id)), person: toTypeId('person', person.id) }) };
  });

  for (const [at, { id: project, kind }] of (await projectsOf(kernel, tenant)).entries()) {
    for (const [time, daysAgo] of [0.1 + at, 7.1 + at, 14.1 + at].entries()) {
      await deed('community', daysAgo, `activity ${at} ${time}`, async (tx) => ({
        activity: await recordActivity(tx, { project, kind, date: dateIn(tx.now, tenant.timeZone), place: '社区党群服务中心', visits: 18 + 7 * at + 3 * time }),
      }));
    }
  }
}

interface Telling {
  words: string;
  category: string;
  channel?: WishChannel;
  priority?: Priority;
  isPublic?: boolean;
  grid?: 0 | 1;
}

async function tell(deed: Deed, name: string, by: string, daysAgo: number, { category, channel = 'ONLINE_HOME', grid = 0, ...wish }: Telling): Promise<string> {
  const { wish: made } = await deed(by, daysAgo, name, async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { code: grids[grid] });
    const term = await tx.em.findOne(VocabularyTerm, { kind: VocabularyKind.WISH_CATEGORY, key: category });
    const priority = by === 'resident' ? null : (wish.priority ?? null);
    return { wish: await makeWish(tx, { ...wish, priority, channel, orgUnit: toTypeId('unit', orgUnit.id), category: term && toTypeId('term', term.id) }) };
  });
  return idOf('wish', made);
}

/** The community accepts a wish into a demand, whose id comes back. */
async function accept(deed: Deed, name: string, wish: string, daysAgo: number, words: string, into: { demand?: string; newDemandTitle?: string }): Promise<string> {
  const { demand } = await deed('community', daysAgo, `${name} accepted`, async (tx) => {
    const accepted = await acceptWish(tx, { ...(await seen(tx, wish)), words, ...into });
    return { wish: accepted, demand: accepted.demand };
  });
  return idOf('demand', demand);
}

async function plan(deed: Deed, name: string, daysAgo: number, title: string, demands: string[], words: string): Promise<void> {
  await deed('community', daysAgo, `${name} planned`, async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { code: community });
    return { project: await createProject(tx, { type: 'general', name: title, orgUnit: toTypeId('unit', orgUnit.id), demands, plan: words }) };
  });
}

/** Projects of the community that the ledgers brought, each with the kind of activity that theirs mostly are. */
async function projectsOf(kernel: Kernel, tenant: Tenant): Promise<{ id: string; kind: string }[]> {
  return kernel.asSystem(tenant, 'example', async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { code: community });
    const projects = await tx.em.find(Project, { orgUnit, code: { $like: 'QC%' }, state: ProjectState.RUNNING }, { orderBy: { code: 'asc' } });
    const kinds = await Promise.all(projects.map((project) => tx.em.findOne(Activity, { project: { type: project.type } }, { orderBy: { date: 'desc', id: 'desc' } })));
    return projects.flatMap((project, at) => {
      const kind = kinds[at]?.kind.id;
      return kind ? [{ id: toTypeId('project', project.id), kind: toTypeId('term', kind) }] : [];
    });
  });
}

/** What an edit names: the wish as it is. */
async function seen(tx: Transaction, id: string): Promise<{ id: string; version: number }> {
  const { version } = await tx.refer(Wish, id, 'id');
  return { id, version };
}

/** What the tenant's demo accounts do. */
export function deedsIn(kernel: Kernel, tenant: Tenant): Deed {
  return async (login, daysAgo, name, run) => {
    const person = await kernel.asSystem(tenant, 'example', (tx) => tx.em.findOneOrFail(Person, { login }, { fields: ['id'] }));
    const write = await kernel.writeAs(tenant, person.id, new Date(kernel.clock.now().getTime() - daysAgo * day));
    const { refusals, ...answer } = await write('example', { idempotencyKey: `example ${name}` }, run);
    if (refusals.length > 0) throw new Error(`The example’s “${name}” was refused: ${JSON.stringify(refusals)}`);
    return answer;
  };
}

/** Days ago from which a first answer has just become overdue, and from which it is due today. */
async function daysAround(kernel: Kernel, { timeZone }: Tenant): Promise<{ overdue: number; dueToday: number }> {
  const now = kernel.clock.now();
  const isOverdue = (daysAgo: number) => deadlineAfterWorkingDays(new Date(now.getTime() - daysAgo * day), 3, timeZone, CHINA_HOLIDAYS) < now;
  const overdue = Array.from({ length: 30 }, (_, at) => at + 1).find(isOverdue) ?? 30;
  return { overdue, dueToday: overdue - 1 };
}

function idOf(prefix: string, record: unknown): string {
  // What a write answers names its records by their UUIDs.
  return toTypeId(prefix, (record as RecordRef).id);
}
