import { describe, expect, it } from 'vitest';
import { namesIn, publicUnitName } from './named-people.rules.js';

describe('names in words', () => {
  it.each([
    ['请韩文博老师来给孩子上课', ['韩文博老师']],
    ['邻居欧阳修远先生晚上太吵', ['欧阳修远先生']],
    ['我叫马桂英，住3号楼', ['马桂英']],
    ['联系人：沈建国', ['沈建国']],
    ['唐芳阿姨和李强师傅都说好', ['唐芳阿姨', '李强师傅']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('are found where the wisher’s own stand in them', () => {
    expect(namesIn('沈雨桐家水管漏了', '沈雨桐（001）')).toEqual(['沈雨桐']);
  });

  it.each(['韩大爷家的灯坏了', '盼请律师来南门', '5号楼高龄老人看病要车接送', '周末老师能不能来', '方便阿姨们跳舞', '任课老师', '想请医院的专家来体检', '王师傅修得好'])('are not seen in %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe('units that bear a name', () => {
  it.each([
    ['唐凤霞党员中心户', '唐某某党员中心户'],
    ['张芳党员中心户', '张某党员中心户'],
    ['欧阳修远党员中心户', '欧阳某某党员中心户'],
    ['幸福里小区三号楼唐凤霞党员中心户', '党员中心户'],
    ['唐凤霞家', '党员中心户'],
    ['党员中心户', '党员中心户'],
    ['3号楼党员中心户', '党员中心户'],
  ])('%s', (name, shown) => {
    expect(publicUnitName(name, '党员中心户')).toBe(shown);
  });
});
