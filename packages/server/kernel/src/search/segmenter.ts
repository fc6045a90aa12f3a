import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Words of the trade that a general dictionary cuts apart. */
const ownWords = [
  '微心愿', '微项目', '网格员', '网格长', '楼栋长', '中心户', '亳议站', '毫议站', '亳白芍', '点单', '需求清单', '资源清单', '招募令', '认领', '笑脸墙', '心愿箱',
  '红色合伙人', '合伙人', '两委', '党总支', '党小组', '四点半课堂', '公益课堂', '义诊', '慢病', '充电桩', '路灯', '电梯', '议事厅', '公示', '晾晒', '台账', '积分超市',
];

let segmenter: Jieba | undefined;

/** Loaded with the first text that is cut: 0.3 s and 38 MB that a process without Chinese words never pays. */
function loaded(): Jieba {
  if (!segmenter) {
    segmenter = Jieba.withDict(dict);
    segmenter.loadDict(Buffer.from(ownWords.map((word) => `${word} 100000 n\n`).join('')));
  }
  return segmenter;
}

/**
 * The words of Chinese text, and the words within long ones.
 * @example cut('网格员登记') // ['网格', '网格员', '登记']
 */
export function cut(chinese: string): string[] {
  return loaded().cutForSearch(chinese, true);
}
