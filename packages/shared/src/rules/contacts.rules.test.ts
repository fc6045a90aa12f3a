import { describe, expect, it } from 'vitest';
import { hasContacts, withoutContacts, withoutIdentity, withoutPeople } from './contacts.rules.js';

describe('words without contacts', () => {
  it.each([
    ['路灯坏了，请打19900007274', '路灯坏了，请打（电话已隐去）'],
    ['电话199-0000-7274，谢谢', '电话（电话已隐去），谢谢'],
    ['１９９００００７２７４找我', '（电话已隐去）找我'],
    ['+86 199 0000 7274', '（电话已隐去）'],
    ['一九九零零零零七二七四', '（电话已隐去）'],
    ['家里座机0558-5550000', '家里座机（电话已隐去）'],
    ['电话：5550000', '电话：（电话已隐去）'],
    ['身份证341600199001011234，谢谢', '身份证（证件号已隐去），谢谢'],
    ['34160019900101123X', '（证件号已隐去）'],
    ['身份证341600 19900101 1234', '身份证（证件号已隐去）'],
    ['三四一六零零一九九零零一零一一二三四', '（证件号已隐去）'],
    ['卡号6222 0212 3456 7890 123', '卡号（账号已隐去）'],
    ['退到账号：1302 0123 4567', '退到账号：（账号已隐去）'],
    ['加我微信号：maguiying_88', '加我微信号：（联系方式已隐去）'],
    ['两个电话19900007274、19900007275', '两个电话（电话已隐去）、（电话已隐去）'],
  ])('%s', (text, shown) => {
    expect(withoutContacts(text)).toBe(shown);
    expect(hasContacts(text)).toBe(true);
  });

  it.each(['盼修3号楼西侧的路灯', '2025年12月16日到现在还没修', '一共花了1280000元', '12345热线打过了', '一二三四五六七楼都停水', '编号20251216000001', '文号2025121600000001', '三千五百平方米', ''])('leave %s as it is', (text) => {
    expect(withoutContacts(text)).toBe(text);
  });
});

describe('an answer as everybody may read it', () => {
  const han = { name: '韩建国（002）', phone: '19900007274' };

  it.each([
    ['韩建国您好，师傅周三来，有事打0558-5550000', '（姓名已隐去）您好，师傅周三来，有事打0558-5550000'],
    ['请韩 建国带身份证341600199001011234来，款打到6222021234567890123', '请（姓名已隐去）带身份证（证件号已隐去）来，款打到（账号已隐去）'],
    ['会打您的199-0000-7274', '会打您的（电话已隐去）'],
    ['会打１９９００００７２７４或者一九九零零零零七二七四', '会打（电话已隐去）或者（电话已隐去）'],
    ['请找沈建国主任19900002222，12345也行', '请找沈建国主任19900002222，12345也行'],
    ['韩先生您好', '韩先生您好'],
  ])('%s', (text, shown) => {
    expect(withoutIdentity(text, [han])).toBe(shown);
  });

  it('takes nothing for a name or a telephone that is none', () => {
    for (const people of [[], [{ name: '韩', phone: '110' }], [{ name: '韩**', phone: '199****7274' }], [{ name: null, phone: null }]]) {
      expect(withoutPeople('韩建国19900007274，身份证341600199001011234', people)).toBe('韩建国19900007274，身份证341600199001011234');
    }
    expect(withoutPeople('Anna and Annabel', [{ name: 'Anna', phone: null }])).toBe('（姓名已隐去） and Annabel');
  });
});
