import type { NotificationRowFragment } from '../generated/graphql.js';

export type NotificationRow = NotificationRowFragment;
type About = NonNullable<NotificationRow['record']>;

/** The page of the record that a notification is about, else the one at which its kind is looked at; null when there is neither. */
export function pageOf({ record, page, count }: Pick<NotificationRow, 'record' | 'page' | 'count'>): string | null {
  if (count > 1) return page ?? null;
  return (record && pageOfRecord(record)) ?? page ?? null;
}

function pageOfRecord(record: About): string | null {
  if ('project' in record) return record.project ? `/projects/${record.project.id}` : null;
  if ('name' in record) return `/projects/${record.id}`;
  if ('emergency' in record) return `/emergencies/${record.id}`;
  if ('words' in record) return `/wishes/${record.id}`;
  return 'fileName' in record ? `/imports/${record.id}` : null;
}

/** What a record is called, as far as the reader may read it, and whether that is a resident's own words. */
export function nameOf(record: About | null, label: (text: { zh: string; en: string }) => string): { name: string; isVoice: boolean } | null {
  if (!record) return null;
  if ('words' in record) return { name: record.words, isVoice: true };
  const plain = (name: string | null | undefined) => (name ? { name, isVoice: false } : null);
  if ('project' in record) return plain(record.project?.name);
  if ('name' in record) return plain(record.name);
  if ('fileName' in record) return plain(record.fileName);
  if ('emergency' in record) return plain(record.emergency);
  if ('roleLabel' in record) return plain([record.orgUnit?.name, label(record.roleLabel)].filter(Boolean).join(' '));
  return null;
}

/** Unread ones first, then the read ones by the day on which they came, in the order in which they are given. */
export function groupsOf<Row extends Pick<NotificationRow, 'isUnread' | 'arrivedAt'>>(rows: readonly Row[], dayOf: (at: string) => string): { day: string | null; rows: Row[] }[] {
  const unread = rows.filter(({ isUnread }) => isUnread);
  const days = Map.groupBy(
    rows.filter(({ isUnread }) => !isUnread),
    ({ arrivedAt }) => dayOf(arrivedAt),
  );
  return [...(unread.length > 0 ? [{ day: null, rows: unread }] : []), ...[...days].map(([day, of]) => ({ day, rows: of }))];
}
