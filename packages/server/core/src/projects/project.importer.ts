import { indexOf, readRow, type LedgerImporter, type LedgerRow, type RowOutcome, type Transaction, type Warn } from '@weixiang/kernel';
import { dateIn, toTypeId } from '@weixiang/shared';
import { Agreement } from '../agreements/agreement.entity.js';
import { newTerm, problem, refused, wordsOf } from '../ledgers/rows.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Partner } from '../partners/partner.entity.js';
import { Person } from '../people/person.entity.js';
import { termCalled, termFor, termsOf } from '../vocabulary/vocabulary.service.js';
import { VocabularyKind, type VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { workflowFor } from './project.case.js';
import { Project } from './project.entity.js';
import { beforeRunning } from './project.enums.js';
import { projectColumns, type ProjectValues } from './project.ledger.js';
import { projectsNamed } from './project.naming.js';
import { makePublic } from './project.service.js';
import { RecordSource } from './record-source.js';

/** What a batch knows while it goes. */
interface Batch {
  tx: Transaction;
  warn: Warn;
  projects: Map<string, Project>;
  /** Agreements that came from a ledger, by their project's UUID. */
  agreements: Map<string, Agreement>;
  /** The first agreement of each project, wherever it came from: what an export writes. */
  signed: Map<string, Agreement>;
  units: Map<string, OrgUnit>;
  partners: Map<string, Partner>;
  leads: Map<string, Person>;
  aspects: Map<string, VocabularyTerm>;
  /** Projects that a later ledger says have begun. */
  begun: Project[];
  /** Types that a warning was given about. */
  warned: Set<string>;
}

/**
 * 项目台账: projects by number, each with its lead and, where it was signed, its agreement. What the ledger calls running
 * is public. A row that was imported before changes nothing, whatever became of the project here since.
 */
export const projectImporter: LedgerImporter = {
  ledger: 'projects',
  label: { zh: '项目台账', en: 'Projects' },
  permission: 'ledger.import',
  required: ['项目编号', '项目名称', '项目类型', '社区编码', '合作单位', '项目负责人', '签约日期', '状态'],
  optional: ['所属方面', '实施模式', '服务内容', '服务频次', '服务人员', '服务场地', '服务标准'],
  distinct: '项目编号',
  async importRows(tx, rows, warn) {
    const batch = await begin(tx, rows, warn);
    const outcomes = rows.map((row) => importRow(batch, row));
    for (const project of batch.begun) await makePublic(tx, project);
    return outcomes;
  },
};

async function begin(tx: Transaction, rows: readonly LedgerRow[], warn: Warn): Promise<Batch> {
  const { em } = tx;
  const projects = await projectsNamed(tx, wordsOf(rows, '项目编号'));
  const agreements = projects.size > 0 ? await em.find(Agreement, { project: [...new Set(projects.values())] }, { orderBy: { signedOn: 'desc', id: 'desc' } }) : [];
  const units = await em.find(OrgUnit, { code: { $in: wordsOf(rows, '社区编码') } });
  const partners = await em.find(Partner, { name: { $in: wordsOf(rows, '合作单位') } }, { orderBy: { id: 'desc' } });
  // A ledger gives a lead no phone: only a contact without one can be the same person.
  const leads = await em.find(Person, { name: { $in: wordsOf(rows, '项目负责人') }, phone: null, login: null });
  return {
    tx,
    warn,
    projects,
    agreements: new Map(agreements.filter(({ source }) => source === RecordSource.LEDGER).map((agreement) => [agreement.project.id, agreement])),
    signed: new Map(agreements.map((agreement) => [agreement.project.id, agreement])),
    units: new Map(units.map((unit) => [unit.code, unit])),
    partners: new Map(partners.map((partner) => [partner.name, partner])),
    leads: new Map(leads.map((person) => [person.name, person])),
    aspects: await termsOf(tx, VocabularyKind.PROJECT_ASPECT),
    begun: [],
    warned: new Set(),
  };
}

function importRow(batch: Batch, row: LedgerRow): RowOutcome {
  const result = readRow(row, projectColumns(dateIn(batch.tx.now, batch.tx.tenant.timeZone)));
  if (!result.ok) return refused(...result.problems);
  const { values } = result;
  const existing = batch.projects.get(values.code);
  if (existing?.ledgerContent === row.content) return { kind: 'unchanged' };
  if (row.repeats !== undefined) return refused(problem(row, '项目编号', 'NUMBER_TWICE', `编号与第 ${row.repeats} 行重复`, `The number already stands in row ${row.repeats}`));
  const orgUnit = batch.units.get(values.unit);
  const partner = values.partner === null ? null : batch.partners.get(values.partner);
  const problems = [
    ...(orgUnit ? [] : [problem(row, '社区编码', 'UNIT_UNKNOWN', `没有编码为“${values.unit}”的组织`, `There is no unit with the code “${values.unit}”`)]),
    ...(partner === undefined ? [problem(row, '合作单位', 'PARTNER_UNKNOWN', `没有名称为“${values.partner}”的合作单位，请先导入合作单位`, `There is no partner called “${values.partner}”; import the partners first`)] : []),
  ];
  if (!orgUnit || partner === undefined) return refused(...problems);
  if (existing && isSame(batch, existing, values, { orgUnit, partner })) return { kind: 'unchanged' };
  record(batch, row, values, { orgUnit, partner, existing });
  return { kind: 'accepted' };
}

/** Whether the row says what stands here already, whichever file it came from first. */
function isSame({ aspects, signed }: Batch, project: Project, values: ProjectValues, { orgUnit, partner }: { orgUnit: OrgUnit; partner: Partner | null }): boolean {
  const aspect = values.aspect === null ? null : termCalled(aspects, values.aspect);
  const isSameProject =
    project.name === values.name && project.type === values.type && project.mode === values.mode && project.state === values.state &&
    project.leadName === values.leadName && project.orgUnit.id === orgUnit.id && project.partner?.id === partner?.id && project.aspect?.id === aspect?.id;
  if (!isSameProject || aspect === undefined) return false;
  const agreement = signed.get(project.id);
  if (!agreement) return values.signedOn === null && project.plan === values.content;
  const { signedOn, content, frequency, people, venue, standard } = agreement;
  return (
    values.signedOn === signedOn && values.content === (content ?? project.plan) && values.frequency === frequency &&
    values.people === people && values.venue === venue && values.standard === standard
  );
}

function record(batch: Batch, row: LedgerRow, values: ProjectValues, { orgUnit, partner, existing }: { orgUnit: OrgUnit; partner: Partner | null; existing: Project | undefined }): void {
  const { tx } = batch;
  const workflow = workflowFor(tx.features, values.type);
  warnOfType(batch, row, values.type);
  const content = {
    orgUnit,
    partner,
    // One without a number goes by its id in exports; that is no number.
    code: existing && values.code === toTypeId('project', existing.id) ? existing.code : values.code,
    name: values.name,
    aspect: aspectOf(batch, row, values.aspect),
    mode: values.mode,
    lead: leadOf(batch, values.leadName, orgUnit),
    leadName: values.leadName,
    startsOn: values.signedOn,
    recordedOn: values.signedOn,
    plan: values.content,
    // The ledger tells where a life stood before it was kept here; no step leads there.
    state: values.state,
    ledgerContent: row.content,
  };
  const isPublic = !beforeRunning.includes(values.state);
  const project = existing
    ? Object.assign(existing, content)
    : tx.create(Project, { ...content, isPublic, type: values.type, workflowName: workflow.name, workflowVersion: workflow.version });
  if (isPublic && !project.isPublic) batch.begun.push(project);
  batch.projects.set(values.code, project);
  recordAgreement(batch, row, values, project, partner);
}

function recordAgreement({ tx, warn, agreements }: Batch, row: LedgerRow, values: ProjectValues, project: Project, partner: Partner | null): void {
  const { signedOn, content, frequency, people, venue, standard } = values;
  if (signedOn === null) {
    warn(problem(row, '签约日期', 'NOT_SIGNED', '没有签约日期，没有登记协议', 'There is no day of signing; no agreement was recorded'));
    return;
  }
  const terms = { orgUnit: project.orgUnit, partner, signedOn, content, frequency, people, venue, standard, source: RecordSource.LEDGER };
  const existing = agreements.get(project.id);
  if (existing) Object.assign(existing, terms);
  else agreements.set(project.id, tx.create(Agreement, { ...terms, project }));
}

function aspectOf({ tx, warn, aspects }: Batch, row: LedgerRow, word: string | null): VocabularyTerm | null {
  if (word === null) return null;
  const { term, isNew } = termFor(tx, VocabularyKind.PROJECT_ASPECT, aspects, word);
  if (isNew) warn(newTerm(row, '所属方面', word));
  return term;
}

function leadOf({ tx, leads }: Batch, name: string | null, orgUnit: OrgUnit): Person | null {
  if (name === null) return null;
  const person = leads.get(name) ?? tx.create(Person, { name, orgUnit });
  leads.set(name, person);
  return person;
}

function warnOfType({ tx, warn, warned }: Batch, row: LedgerRow, type: string): void {
  if (type === 'general' || indexOf(tx.features).projectTypes.has(type) || warned.has(type)) return;
  warned.add(type);
  warn(problem(row, '项目类型', 'PLAIN_PROJECT', `没有启用提供“${type}”类型的插件，按通用项目登记`, `No enabled plugin provides the type “${type}”; such projects are kept as plain ones`));
}
