import { entryTokens } from '@weixiang/kernel';

/** What the texts of the dataset are put together from; a comma between two of them keeps words from growing together. */
const phrases = {
  place: ['小区东门', '三号楼楼下', '幸福广场', '老年活动室', '菜市场旁边', '学校门口', '健身步道', '南院停车场', '社区卫生站', '河滨公园', '七号楼二单元', '居委会大厅', '快递驿站', '北院凉亭', '公交站台', '幼儿园对面'],
  wish: [
    '希望装一盏路灯，晚上回家看得见路', '想请人教老人用手机挂号和付款', '孩子放学后没人照看，盼着有个托管班', '希望加装几张休息的长椅', '请帮忙修一修漏水的屋顶', '想学剪纸和书法，盼着有老师来教',
    '希望定期有医生来量血压、测血糖', '垃圾桶太少，夏天味道很大', '盼着给独居老人送一顿热饭', '希望周末有电影看，大家聚一聚', '想要一个给电动车充电的棚子', '请协调一下楼上晚上太吵的事',
    '希望有人陪孩子做作业、讲故事', '盼着小区里多种些花草树木', '想办一场邻里包饺子的活动', '请给轮椅修一条坡道', '希望办一期家政和月嫂的技能培训', '想请律师来讲一讲房产继承',
    '盼着把废旧衣物的回收箱装起来', '希望有地方晒被子', '请帮忙联系助听器的验配', '想组一支合唱队，缺一架电子琴', '希望暑假有人教孩子游泳', '盼着给高龄老人理发上门',
  ],
  project: ['银龄课堂', '四点半学堂', '邻里食堂', '红色讲堂', '健康驿站', '巧手工坊', '绿色家园', '法律门诊', '暖心送餐', '合唱之声', '平安夜巡', '书香社区', '亲子乐园', '电工义修', '手机学堂', '阳台花园'],
  activity: ['第一课', '义诊', '志愿巡逻', '健康讲座', '手工课', '读书会', '观影会', '清洁日', '座谈会', '文艺演出', '技能培训', '上门走访'],
  partner: ['益民社会工作服务中心', '仁和医院', '育才学校', '光明眼科', '众诚律师事务所', '新华书店', '康乐养老服务公司', '启明教育培训学校', '绿源环保公司', '同心志愿者协会'],
  surname: ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林', '何', '郭', '马', '罗'],
  given: ['建国', '秀兰', '春生', '海燕', '雨桐', '子涵', '志强', '丽华', '小红', '家豪', '淑珍', '文静', '大伟', '桂英', '晓东', '梦洁'],
  street: ['花园', '建设', '解放', '人民', '和平', '胜利', '新华', '光明', '团结'],
  community: ['春晓', '锦绣', '向阳', '翠湖', '金桂', '紫荆', '清河', '望江'],
} as const satisfies Record<string, readonly string[]>;

/** One phrase as the database gets it, with what search finds it by. */
interface Phrase {
  kind: string;
  no: number;
  text: string;
  tokens: string[];
}

/** Every phrase of the dataset, numbered from 0 within its kind. */
export function allPhrases(): Phrase[] {
  return Object.entries(phrases).flatMap(([kind, texts]) => texts.map((text, no) => ({ kind, no, text, tokens: entryTokens([text], []) })));
}

/** The words of a new wish, the same for the same number, and what search finds them by. */
export function newWish(n: number): { words: string; tokens: string[] } {
  const pick = (texts: readonly string[], by: number): string => texts[by % texts.length] ?? '';
  const words = `${pick(phrases.place, n)}，${pick(phrases.wish, Math.floor(n / phrases.place.length) + n)}。`;
  return { words, tokens: entryTokens([words], []) };
}
