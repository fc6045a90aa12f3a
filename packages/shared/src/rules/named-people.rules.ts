// The hundred commonest surnames of one character: nine people in ten.
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const SURNAME = `(?:欧阳|上官|皇甫|诸葛|司徒|司马|夏侯|慕容|尉迟|端木|东方|公孙|宇文|[${SURNAMES}])`;
const TITLE = '(?:先生|女士|同志|大爷|大妈|大娘|奶奶|爷爷|阿姨|叔叔|大叔|婶婶|老师|医生|师傅|书记|主任|校长|院长|所长|经理)';
const called = new RegExp(`${SURNAME}\\p{Script=Han}{1,2}${TITLE}`, 'gu');
const introduced = new RegExp(`(?:我叫|本人叫|名叫|姓名|联系人|户主|业主)(?:是|为)?[:： ]?(${SURNAME}\\p{Script=Han}{1,2})(?!\\p{Script=Han})`, 'gu');
// What begins like a surname and is a word: 方便阿姨, 金牌师傅, 高级老师 …
const words = /^(?:方便|方面|方言|金牌|高级|高龄|高中|高年|白天|白头|江边|江北|江南|万一|余下|任何|任课|程度|石材|向导|武术|叶子|黄金|黄色|田间|龙头|马上|马路|张贴|陈旧|何时|何处|许多|曾经|周边|周围|周末|周一|周二|周三|周四|周五|周六|周日|林业|毛笔|钟点|钟表|严重|顾问|夏天|夏令|于是|段落|贺卡|孔子|汤药)/u;

/**
 * What in a text is likely somebody’s full name: three or more characters before a form of address, or introduced as a name.
 * A surname and a form of address alone (韩大爷) tells nobody who it is. `known` is a name to look for besides.
 * @example namesIn('请韩文博老师来上课') // ['韩文博老师']
 */
export function namesIn(text: string, known: string | null = null): string[] {
  const found = [...(text.match(called) ?? []).filter((each) => !words.test(each)), ...text.matchAll(introduced).flatMap(([, name]) => (name ? [name] : []))];
  const bare = known?.replace(/[（(].*$/u, '').trim() ?? '';
  if ([...bare].length >= 2 && text.includes(bare)) found.push(bare);
  return [...new Set(found)];
}

/**
 * A unit that bears somebody’s name, as everybody may call it: the surname and 某, or the kind alone where it is not plainly
 * a name before the kind.
 * @example publicUnitName('唐凤霞党员中心户', '党员中心户') // '唐某某党员中心户'
 */
export function publicUnitName(name: string, kind: string): string {
  const plain = name.trim();
  const person = plain.endsWith(kind) ? Array.from(plain.slice(0, -kind.length)) : [];
  if (person.length < 2 || person.length > 4 || !/^\p{Script=Han}+$/u.test(person.join(''))) return kind;
  const surname = person.length > 2 && new RegExp(`^${SURNAME}`, 'u').exec(person.join(''))?.[0];
  const shown = surname && surname.length === 2 ? surname : person[0];
  return `${shown}${'某'.repeat(person.length - [...String(shown)].length)}${kind}`;
}
