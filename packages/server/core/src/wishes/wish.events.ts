import type { ToldEvent } from '@weixiang/kernel';

/** What is told of wishes; how staff sort and hand them on is for staff. */
export const wishEvents: Readonly<Record<string, ToldEvent>> = {
  'wish.submitted': { label: { zh: '登记心愿', en: 'Wish recorded' } },
  'wish.created': { label: { zh: '从台账登记心愿', en: 'Wish taken from a ledger' } },
  'wish.changed': { label: { zh: '修改心愿', en: 'Wish changed' }, needs: 'wish.read' },
  'wish.assigned': { label: { zh: '心愿交给其他单位', en: 'Wish handed to another unit' }, needs: 'wish.read' },
  'wish.escalated': { label: { zh: '心愿逾期升级', en: 'Wish escalated' }, needs: 'wish.read' },
  'wish.answered': { label: { zh: '答复心愿', en: 'Wish answered' } },
  'wish.accepted': { label: { zh: '受理心愿', en: 'Wish accepted' } },
  'wish.gathered': { label: { zh: '心愿归入需求', en: 'Wish gathered into a demand' } },
  'wish.declined': { label: { zh: '不予受理', en: 'Wish declined' } },
  'wish.listed': { label: { zh: '心愿列入清单', en: 'Wish listed' } },
  'wish.unlisted': { label: { zh: '心愿不列清单', en: 'Wish goes past the list' } },
  'wish.merged': { label: { zh: '归并心愿', en: 'Wish merged' } },
  'wish.inProject': { label: { zh: '心愿立项', en: 'Wish in a project' } },
  'wish.freed': { label: { zh: '心愿退回，另找项目', en: 'Wish waits for another project' } },
  'wish.fulfilled': { label: { zh: '办成心愿', en: 'Wish fulfilled' } },
  'wish.confirmed': { label: { zh: '居民确认办成', en: 'Wish confirmed by the resident' } },
  'wish.photoHidden': { label: { zh: '隐藏心愿照片', en: 'Photo of a wish hidden' }, needs: 'wish.read' },
  'wish.photoShown': { label: { zh: '重新显示心愿照片', en: 'Photo of a wish shown again' }, needs: 'wish.read' },
  'wish.notDone': { label: { zh: '居民说还没办成', en: 'Wish not done, says the resident' } },
};
