import type { CronDefinition } from '@weixiang/kernel';

const keptForDays = 180;

/** Forgets what was told half a year ago: the records themselves and their history stay. */
export const forgetNotifications: CronDefinition = {
  name: 'notifications.forget',
  everyMinutes: 24 * 60,
  async run(tx) {
    await tx.em.execute('delete from notification where tenant_id = ? and arrived_at < ?', [tx.tenant.id, new Date(tx.now.getTime() - keptForDays * 86_400_000)]);
  },
};
