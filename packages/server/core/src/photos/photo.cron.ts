import type { CronDefinition, FileKind } from '@weixiang/kernel';

/** How long a photo waits to be attached. */
const waitingHours = 24;

/** Forgets photos that nobody attached within a day; their files go with the next sweep of the file store. */
export const forgetWaitingPhotos: CronDefinition = {
  name: 'photos.forgetWaiting',
  everyMinutes: 60,
  async run(tx) {
    await tx.em.execute('delete from photo where tenant_id = ? and attached_at is null and created_at < ?', [tx.tenant.id, new Date(tx.now.getTime() - waitingHours * 3_600_000)]);
  },
};

/** Pictures and small pictures; one that no photo names was broken off, thrown away or never attached. */
export const photoFiles: FileKind = {
  kind: 'photos',
  async inUse(em, tenantId, keys) {
    const places = keys.map(() => '?').join(', ');
    const rows = await em.execute<{ file_key: string; thumbnail_key: string }[]>(
      `select file_key, thumbnail_key from photo where tenant_id = ? and (file_key in (${places}) or thumbnail_key in (${places}))`,
      [tenantId, ...keys, ...keys],
    );
    return rows.flatMap(({ file_key: file, thumbnail_key: thumbnail }) => [file, thumbnail]);
  },
};
