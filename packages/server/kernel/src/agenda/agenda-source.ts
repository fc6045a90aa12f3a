import type { Text } from '@weixiang/shared';

/**
 * Records that wait on whoever holds a permission at their unit, in SQL. Constants only: nothing of a request belongs into
 * these texts.
 *
 * @example
 * ```ts
 * export const answerAgenda: AgendaSource = {
 *   name: 'wish.answer', needs: 'wish.answer', kind: { zh: '首次答复', en: 'First answer' }, action: { zh: '答复', en: 'Answer' },
 *   from: 'wish', row: 'wish', where: `wish.state = 'SUBMITTED'`, due: 'wish.answer_due_at', since: 'wish.created_at', title: 'wish.words',
 *   page: { id: 'wish.id', prefix: 'wish', href: (id) => `/wishes/${id}` },
 * };
 * ```
 */
export interface AgendaSource {
  /** Unique among all. */
  name: string;
  /** Permission by which they wait on somebody, at the unit of `row`. */
  needs: string;
  /** What they wait for: 首次答复. */
  kind: Text;
  /** What is to be done, as a button says it: 答复. */
  action: Text;
  /** Tables with their joins, each restating the tenant. */
  from: string;
  /** Alias of the table whose rows wait; it has `id`, `org_unit_id` and `org_path`. */
  row: string;
  /** Which of the rows wait. */
  where: string;
  /** SQL of the kind of work of a row; who oversees that kind has it on the agenda from every unit. */
  overseen?: string;
  /** SQL of the person on whom a row does not wait, whatever they hold: nobody judges their own deed. */
  notOn?: string;
  /** SQL of the moment until which it must be done; left out when there is none. */
  due?: string;
  /** SQL of the moment since which it waits. */
  since: string;
  /** SQL of what a row is called. */
  title: string;
  /** Whether the title is a resident's own words. */
  isVoice?: boolean;
  /** SQL of the unit that it went up to for want of action; left out when nothing goes up. */
  escalatedTo?: string;
  /** The record whose page is opened: SQL of its UUID, its TypeID prefix, and its path in the console. */
  page: { id: string; prefix: string; href(id: string): string };
}
