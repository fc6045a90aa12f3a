import { cellAt, type LedgerExporter } from '@weixiang/kernel';

/** 活动台账, latest first. */
export const activityExporter: LedgerExporter = {
  ledger: 'activities',
  permission: 'activity.read',
  list: 'activities',
  filter: 'ActivityFilter',
  sort: 'NEWEST',
  columns: [
    { header: '日期', kind: 'date', width: 12 },
    { header: '项目编号' },
    { header: '活动名称', width: 28 },
    { header: '服务类型' },
    { header: '地点', width: 24 },
    { header: '服务人次', width: 10 },
    { header: '其中未成年人', width: 12 },
    { header: '数量', width: 10 },
    { header: '计量单位', width: 10 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id date project { id code } name kind { label { zh } } place visits minors quantity quantityUnit',
  cellsOf: (node) => ({
    日期: cellAt(node, 'date'),
    项目编号: cellAt(node, 'project', 'code') ?? cellAt(node, 'project', 'id'),
    活动名称: cellAt(node, 'name'),
    服务类型: cellAt(node, 'kind', 'label', 'zh'),
    地点: cellAt(node, 'place'),
    服务人次: cellAt(node, 'visits'),
    其中未成年人: cellAt(node, 'minors'),
    数量: cellAt(node, 'quantity'),
    计量单位: cellAt(node, 'quantityUnit'),
    系统编号: cellAt(node, 'id'),
  }),
};
