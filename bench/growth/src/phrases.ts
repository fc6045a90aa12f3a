import { entryTokens } from '@weixiang/kernel';

const places = ['小区东门', '三号楼楼下', '幸福广场', '老年活动室', '菜市场旁边', '学校门口', '健身步道', '南院停车场', '社区卫生站', '河滨公园'];
const things = ['路灯', '长椅', '雨棚', '垃圾桶', '充电桩', '健身器材', '扶手', '晾衣架', '公告栏', '监控'];
const requests = [(thing: string) => `希望装一个${thing}，大家都用得上`, (thing: string) => `这里的${thing}坏了很久，请帮忙修一修`, (thing: string) => `盼着多添几个${thing}`, (thing: string) => `${thing}太旧了，想换成新的`];

/** One phrase of a wish, with what search finds it by. */
export interface Phrase {
  kind: 'place' | 'wish';
  no: number;
  text: string;
  tokens: string[];
}

/** 40 places and 40 requests, each in one wish of forty; three words that are never said together are among them. */
export function allPhrases(): Phrase[] {
  const said = [
    ...Array.from({ length: 40 }, (_, no) => ({ kind: 'place' as const, no, text: `${places[no % places.length]}${['', '的路口', '的空地', '的走廊'][Math.floor(no / places.length)]}` })),
    ...things.flatMap((thing, at) => requests.map((say, nth) => ({ kind: 'wish' as const, no: at * requests.length + nth, text: say(thing) }))),
  ];
  return said.map((phrase) => ({ ...phrase, tokens: entryTokens([phrase.text], []) }));
}
