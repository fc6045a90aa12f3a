import { arrayText, cell, contentOf, readRow, type LedgerImporter, type LedgerRow, type RowOutcome, type RowValues, type Transaction, type Warn } from '@weixiang/kernel';
import { dateIn, hasContacts, namesIn, namesOf, PRIORITIES, toTypeId, WISH_CHANNELS, WISH_SCOPES, WISH_STATES, WISH_STATES_IN_LEDGERS, WISH_WORDS_MAX, wisherLabel } from '@weixiang/shared';
import { differs, recordColumn, uuidsOf } from '../ledgers/rows.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { termFor, termsOf } from '../vocabulary/vocabulary.service.js';
import { VocabularyKind, type VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { takeWishStep } from './wish.case.js';
import { Wish } from './wish.entity.js';
import { WishScope, WishState } from './wish.enums.js';
import { WishAnswer } from './wish-answer.entity.js';
import { answerOf, giveAnswer } from './wish-answer.service.js';
import { putOnWall } from './wish.service.js';
import { wishLife } from './wish.workflow.js';

const columnsOn = (today: string) =>
  ({
    ledgerNumber: ['序号', cell.optional(cell.wholeNumber({ min: 1 }))],
    recordedOn: ['登记日期', cell.date({ notAfter: today })],
    channel: ['来源渠道', cell.oneOf(namesOf(WISH_CHANNELS))],
    unit: ['所属网格编码', cell.text({ max: 50 })],
    wisherName: ['居民姓名', cell.optional(cell.text({ max: 50 }))],
    wisherPhone: ['联系电话', cell.optional(cell.phone())],
    words: ['心愿内容', cell.text({ max: WISH_WORDS_MAX })],
    category: ['类别', cell.optional(cell.text({ max: 50 }))],
    scope: ['需求类型', cell.optional(cell.oneOf(namesOf(WISH_SCOPES)))],
    priority: ['轻重缓急', cell.optional(cell.oneOf(namesOf(PRIORITIES)))],
    state: ['办理状态', cell.optional(cell.oneOf(namesOf(WISH_STATES, WISH_STATES_IN_LEDGERS)))],
    answer: ['答复', cell.optional(cell.text({ max: WISH_WORDS_MAX }))],
  }) as const;

type WishColumns = ReturnType<typeof columnsOn>;
type WishValues = RowValues<WishColumns>;

/** What makes a row that row; what comes after is how far it got. */
const identity = ['序号', '登记日期', '所属网格编码', '居民姓名', '联系电话', '心愿内容'];

/** What a batch knows while it goes. */
interface Batch {
  tx: Transaction;
  warn: Warn;
  columns: WishColumns;
  categories: Map<string, VocabularyTerm>;
  units: ReadonlyMap<string, OrgUnit>;
  /** By ledger key, and by id. */
  wishes: Map<string, Wish>;
  /** Drafts, in the order of their rows. */
  added: Set<Wish>;
}

/**
 * 心愿台账: a row is known by its 序号 and its content, so that every year's and every community's ledger may count from
 * one, and twice the same number in one file is refused. A later ledger only brings answers that were not here yet.
 * Nothing begins: no deadline, no account, no notification. A row that was exported from here names its wish besides.
 */
export const wishImporter: LedgerImporter = {
  ledger: 'wishes',
  label: { zh: '心愿台账', en: 'Wishes' },
  permission: 'ledger.import',
  required: ['登记日期', '来源渠道', '所属网格编码', '心愿内容'],
  optional: ['序号', '居民姓名', '联系电话', '类别', '需求类型', '轻重缓急', '办理状态', '答复', recordColumn],
  distinct: '序号',
  record: recordColumn,
  async importRows(tx, rows, warn) {
    const codes = rows.flatMap(({ cells }) => cells['所属网格编码'] ?? []).map((code) => String(code).trim());
    const units = await tx.em.find(OrgUnit, { code: { $in: [...new Set(codes)] } });
    const exported = uuidsOf('wish', rows.map(({ record }) => record));
    const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
    const keys = keyed.map(({ key }) => key);
    const known = await knownWishes(tx, keys, exported);
    const batch: Batch = {
      tx,
      warn,
      columns: columnsOn(dateIn(tx.now, tx.tenant.timeZone)),
      categories: await termsOf(tx, VocabularyKind.WISH_CATEGORY),
      units: new Map(units.map((unit) => [unit.code, unit])),
      wishes: new Map(known.flatMap((wish) => [[wish.ledgerKey ?? '', wish], [toTypeId('wish', wish.id), wish]])),
      added: new Set(),
    };
    const outcomes: RowOutcome[] = [];
    for (const { row, key } of keyed) outcomes.push(await importRow(batch, row, key));
    await writeAdded(batch);
    return outcomes;
  },
};

/** Wishes that are here already, by ledger key or id. Most batches know none: the ORM would go through a long list for nothing. */
async function knownWishes(tx: Transaction, keys: readonly string[], exported: readonly string[]): Promise<Wish[]> {
  const rows = await tx.em.execute<{ id: string }[]>(
    'select id from wish where tenant_id = ? and (ledger_key = any(?::text[]) or id = any(?::uuid[]))', // planned each time, since the table grows meanwhile
    [tx.tenant.id, arrayText(keys), arrayText(exported)],
  );
  return rows.length === 0 ? [] : tx.em.find(Wish, { id: { $in: rows.map(({ id }) => id) } });
}

async function importRow(batch: Batch, row: LedgerRow, key: string): Promise<RowOutcome> {
  // Ledgers of several years count from one each: together they are told apart by their records.
  if (row.repeats !== undefined && row.record === undefined) {
    return rejected(row, '序号', 'NUMBER_TWICE', `序号与第 ${row.repeats} 行重复`, `The number already stands in row ${row.repeats}`);
  }
  const result = readRow(row, batch.columns);
  if (!result.ok) return { kind: 'rejected', problems: result.problems };
  const unit = batch.units.get(result.values.unit.trim());
  if (!unit) return rejected(row, '所属网格编码', 'UNIT_UNKNOWN', `没有编码为“${result.values.unit}”的组织`, `There is no unit with the code “${result.values.unit}”`);
  const exported = row.record === undefined ? undefined : batch.wishes.get(row.record);
  if (exported && (exported.words !== result.values.words || exported.recordedOn !== result.values.recordedOn)) return differs(row);
  const known = exported ?? batch.wishes.get(key);
  return known ? bringAnswer(batch, known, result.values) : add(batch, row, { ...result.values, key }, unit);
}

/** A row that is here already: what staff did since stays, and only an answer that nobody gave here is taken over. */
async function bringAnswer(batch: Batch, known: Wish, { state, answer }: WishValues): Promise<RowOutcome> {
  if (state !== WishState.ACCEPTED || known.state !== WishState.SUBMITTED) return { kind: 'unchanged' };
  const { tx } = batch;
  const wish = batch.added.has(known) ? await written(batch, known) : known;
  takeWishStep(tx, wish, 'answer', { words: answer ?? '—' });
  if (answer === null) return { kind: 'accepted' };
  if (wish.isPublic && wantsLook(answer, wish.wisherName)) {
    wish.isHeldBack = true;
    await putOnWall(tx, wish, false); // its photos go with it
  }
  giveAnswer(tx, wish, { words: answer, answeredByLabel: null, isFromLedger: true });
  return { kind: 'accepted' };
}

function add(batch: Batch, row: LedgerRow, values: WishValues & { key: string }, orgUnit: OrgUnit): RowOutcome {
  const { tx } = batch;
  const { unit: _code, key: ledgerKey, answer, state, category, ...rest } = values;
  const isForWall = rest.scope !== WishScope.INDIVIDUAL;
  const isHeldBack = namesIn(rest.words, rest.wisherName).length > 0 || wantsLook(answer ?? '', rest.wisherName);
  const wish = tx.draft(Wish, {
    ...rest,
    orgUnit,
    orgPath: orgUnit.orgPath,
    ledgerKey,
    category: category === null ? null : categoryOf(batch, row, category),
    state: stateOf(batch, row, state),
    workflowVersion: wishLife.version,
    wisherLabel: rest.wisherName === null ? null : wisherLabel(rest.wisherName),
    // What one resident asked for oneself is not for the wall unless they say so; what many want is. Nobody who wrote the
    // ledger thought of the wall: where somebody is named, or an answer tells a telephone, a person looks first.
    isPublic: isForWall && !isHeldBack,
    isHeldBack: isForWall && isHeldBack,
  });
  if (answer !== null) wish.lastAnswer = tx.draft(WishAnswer, answerOf(tx, wish, { words: answer, answeredByLabel: null, isFromLedger: true }));
  batch.wishes.set(ledgerKey, wish);
  batch.added.add(wish);
  return { kind: 'accepted' };
}

/** Whether an answer of a ledger names somebody or tells a telephone, which the wall would show. */
function wantsLook(answer: string, wisherName: string | null): boolean {
  return hasContacts(answer) || namesIn(answer, wisherName).length > 0;
}

/** Where a life stood elsewhere: what rested there on a list, a project or another wish begins here from its acceptance. */
function stateOf({ warn }: Batch, { row }: LedgerRow, state: WishValues['state']): WishState {
  if (state === null) return WishState.SUBMITTED;
  if (state !== 'LISTED' && state !== 'IN_PROJECT' && state !== 'MERGED') return WishState[state];
  const word = WISH_STATES[state].zh;
  warn({ row, column: '办理状态', code: 'STATE_NOT_KEPT', message: { zh: `“${word}”所依据的清单、项目或心愿不在这份台账里，登记为已受理`, en: `What “${word}” rests on is not in this ledger; the wish was recorded as accepted` } });
  return WishState.ACCEPTED;
}

function categoryOf({ tx, warn, categories }: Batch, { row }: LedgerRow, word: string): VocabularyTerm {
  const { term, isNew } = termFor(tx, VocabularyKind.WISH_CATEGORY, categories, word);
  if (isNew) warn({ row, column: '类别', code: 'NEW_TERM', message: { zh: `“${word}”是新的心愿类别，已加入词汇`, en: `“${word}” is a new category of wishes; it was added to the vocabulary` } });
  return term;
}

/** Writes the new wishes and their answers, with numbers of the tenant's own counter for all in one statement. */
async function writeAdded({ tx, added }: Batch): Promise<void> {
  if (added.size === 0) return;
  const wishes = [...added];
  added.clear();
  const first = await tx.nextNumber('wish', wishes.length);
  wishes.forEach((wish, at) => (wish.number = first + at));
  await tx.addAll([...wishes, ...wishes.flatMap(({ lastAnswer }) => lastAnswer ?? [])]);
}

/** A wish of this batch that a further row is about: it is written first, and then changed like any other. */
async function written(batch: Batch, { id, ledgerKey }: Wish): Promise<Wish> {
  await writeAdded(batch);
  const wish = await batch.tx.em.findOneOrFail(Wish, { tenantId: batch.tx.tenant.id, id });
  batch.wishes.set(ledgerKey ?? '', wish);
  return wish;
}

/** The same row is the same wish in whichever ledger; rows without a number of their own are told apart by occurrence. */
function keyOf({ cells, occurrence, record }: LedgerRow): string {
  const content = contentOf(cells, identity);
  return cells['序号'] === undefined || (record !== undefined && occurrence > 0) ? `${content}#${occurrence}` : content;
}

function rejected({ row }: LedgerRow, column: string, code: string, zh: string, en: string): RowOutcome {
  return { kind: 'rejected', problems: [{ row, column, code, message: { zh, en } }] };
}
