import { buffer } from 'node:stream/consumers';
import { streamSheet } from '../../packages/server/kernel/dist/index.js';

const places = ['幸福小区', '老街南口', '纺织厂家属院', '和平路', '中心花园', '三号楼楼道', '菜市场门口', '实验小学旁', '河滨步道', '社区服务站'];
const matters = ['路灯坏了好几天', '下水道经常堵', '希望加装电梯', '健身器材松动', '想请人教老人用手机', '缺少停放电动车的充电桩', '垃圾分类点没人管', '想要一间四点半课堂', '楼道堆放杂物', '绿化带枯了'];
const wishes = ['晚上出门看不清路', '盼着早点修好', '大家都很关心', '老人和孩子不方便', '愿意一起出力', '已经反映过两次', '下雨天更难走', '希望有人来看看', '邻居们商量过了', '谢谢社区的同志'];
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '明芳伟丽强敏静军洋勇艳杰娟涛超霞平刚桂英';
const channels = ['微信群', '入户走访', '心愿箱', '座谈会'];
const words = (at) => `${places[at % 10]}${matters[Math.floor(at / 10) % 10]}，${wishes[Math.floor(at / 100) % 10]}，第${at + 1}次登记`;

/** An .xlsx file of so many different wishes of one unit; every third is answered. Another `first` makes other wishes. */
export function wishLedger(rows, unit, first = 0) {
  const headers = ['序号', '登记日期', '来源渠道', '所属网格编码', '居民姓名', '联系电话', '心愿内容', '类别', '需求类型', '办理状态', '答复'];
  async function* lines() {
    for (let at = 0; at < rows; at += 1) {
      const isAnswered = at % 3 === 0;
      const day = `2025-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;
      const name = `${surnames[at % 20]}${given[Math.floor(at / 20) % 20]}${given[Math.floor(at / 7) % 20]}`;
      yield [at + 1, day, channels[at % 4], unit, name, `199${String(10_000_000 + at)}`, words(first + at), '基础设施', at % 5 === 0 ? '个性' : '共性', isAnswered ? '已答复' : null, isAnswered ? `已安排人员处理，编号${at}` : null];
    }
  }
  return buffer(streamSheet(headers.map((header) => ({ header })), lines()));
}
