import { person, send, type Ask } from './api.js';

/** Ids of what the pages show, one of each kind. */
export interface World {
  wish: string;
  doneWish: string;
  demand: string;
  project: string;
  course: string;
  term: string;
  ledgerProject: string;
  partner: string;
  notice: string;
  unit: string;
  import: string;
  /** A project that waits for the resident's rating, and its round. */
  ratedProject: string;
  round: string;
  /** Emergency access that is over and waits for somebody else’s review. */
  emergency: string;
}

/** Makes in 谯城区 what its ledgers do not hold: wishes under way, a demand, a running course with a request to enrol, a notice. */
export async function makeWorld(): Promise<World> {
  const [organiser, secretary, grid, resident] = await Promise.all([person('organiser'), person('community'), person('grid'), person('resident')]);
  const example = await organiser<Record<string, { nodes: { id: string }[] }>>(`{
    orgUnits(first: 1, filter: { search: "光明社区第一网格党支部" }) { nodes { id } }
    partners(first: 1, filter: { state: [ADMITTED] }) { nodes { id } }
    projects(first: 1, filter: { search: "紫苑东社区四点半课堂" }) { nodes { id } }
    imports(first: 1, filter: { ledger: "wishes" }) { nodes { id } }
  }`);
  const firstOf = (list: string): string => {
    const first = example[list]?.nodes[0];
    if (!first) throw new Error(`The example has no ${list}.`);
    return first.id;
  };
  const unit = firstOf('orgUnits');
  const partner = firstOf('partners');
  const wish = await makeWish(resident, unit, '小区东门的健身器材坏了两件，老人常去，盼早点修好。');
  const doneWish = await makeWish(resident, unit, '放学早，家里没人，盼有个地方写作业。');
  const { id: demand } = await demandFor(secretary, grid, doneWish);
  const { project, course, term } = await openCourse(organiser, { unit, partner, demand });
  await send(resident, 'requestEnrolment', 'enrolment', {
    term,
    learnerName: '邓小雨',
    learnerBirthYear: 2017,
    guardianName: '邓雨桐',
    guardianPhone: '13900000000',
    consent: { isGiven: true, purpose: '四点半课堂的报名、联系和点名', words: '我是孩子的监护人，我同意留存并使用上面列出的信息。' },
  });
  await send(grid, 'fulfilWish', 'wish', { id: doneWish, words: '活动室每天下午四点半开门，有两位老师看护，本周一开课。' });
  const { roundsToRate } = await resident<{ roundsToRate: { id: string; project: { id: string } }[] }>('{ roundsToRate(first: 1) { id project { id } } }');
  const [rated] = roundsToRate;
  if (!rated) throw new Error('The example has nothing to rate.');
  const notice = await send(organiser, 'publishNotice', 'notice', {
    title: '2026年第四季度需求清单',
    kind: 'demandList',
    body: '本季度梳理归集居民微心愿，列入清单的需求如下。\n\n一、放学后有人看护；\n二、东门健身器材维修。\n\n对清单有意见的，请在七日内向社区提出。',
  });
  return { wish, doneWish, demand, project, course, term, ledgerProject: firstOf('projects'), partner, notice: notice.id, unit, import: firstOf('imports'), ratedProject: rated.project.id, round: rated.id, emergency: await takeForAnHour(organiser, secretary) };
}

/** The organiser takes the secretary’s role, answers nothing by it, and gives it back. */
async function takeForAnHour(organiser: Ask, secretary: Ask): Promise<string> {
  const { viewer } = await secretary<{ viewer: { roles: { id: string }[] } }>('{ viewer { roles { id } } }');
  const opened = await send(organiser, 'openEmergencyAccess', 'emergencyAccess', { assignment: viewer.roles[0]?.id, reason: '放学后还有一个孩子没人接，书记的电话和座机都打不通。', hours: 1 });
  await send(organiser, 'endEmergencyAccess', 'emergencyAccess', { id: opened.id });
  return opened.id;
}

async function makeWish(resident: Ask, orgUnit: string, words: string): Promise<string> {
  const wish = await send(resident, 'makeWish', 'wish', { orgUnit, words, channel: 'ONLINE_HOME', wisherLabel: '邓女士' });
  return wish.id;
}

async function demandFor(secretary: Ask, grid: Ask, wish: string) {
  await send(grid, 'answerWish', 'wish', { id: wish, words: '已经记下，这周和社区一起商量地方和人手。' });
  await send(secretary, 'acceptWish', 'wish', { id: wish, words: '和几家的心愿归在一起办。', newDemandTitle: '放学后有人看护' });
  const gathered = await secretary<{ wish: { demand: { id: string } } }>('query ($id: ID!) { wish(id: $id) { demand { id } } }', { id: wish });
  return gathered.wish.demand;
}

async function openCourse(organiser: Ask, { unit, partner, demand }: { unit: string; partner: string; demand: string }) {
  const project = await send(organiser, 'createProject', 'project', {
    name: '光明四点半课堂',
    type: 'education',
    orgUnit: unit,
    partner,
    demands: [demand],
    leadName: '沈建国',
    mode: 'PUBLIC_BENEFIT',
    plan: '周一至周五放学后，在社区活动室看护和辅导。',
  });
  const step = (name: string) => send(organiser, 'stepProject', 'project', { id: project.id, step: name });
  await step('submit');
  await step('approve');
  await send(organiser, 'recordAgreement', 'agreement', { project: project.id, partner, signedOn: '2026-01-05', content: '放学后看护', frequency: '每周五次', people: '两名老师', venue: '社区活动室', standard: '满意率不低于九成' });
  await step('agree');
  await step('start');
  const course = await send(organiser, 'openCourse', 'course', { project: project.id, name: '四点半课堂', audience: 'MINORS', place: '光明社区活动室', teacherName: '沈建国' });
  const term = await send(organiser, 'openTerm', 'term', {
    course: course.id,
    name: '冬季班',
    startsOn: daysFromNow(14),
    endsOn: daysFromNow(70),
    weekdays: [1, 3],
    startsAt: '16:30',
    endsAt: '18:00',
    capacity: 20,
    takesRequests: true,
  });
  return { project: project.id, course: course.id, term: term.id };
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
