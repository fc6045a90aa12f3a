import { describe, expect, it } from 'vitest';
import { hasContacts, withoutContacts } from './contacts.rules.js';

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
    ['加我微信号：maguiying_88', '加我微信号：（联系方式已隐去）'],
    ['两个电话19900007274、19900007275', '两个电话（电话已隐去）、（电话已隐去）'],
  ])('%s', (text, shown) => {
    expect(withoutContacts(text)).toBe(shown);
    expect(hasContacts(text)).toBe(true);
  });

  it.each(['盼修3号楼西侧的路灯', '2025年12月16日到现在还没修', '一共花了1280000元', '12345热线打过了', '一二三四五六七楼都停水', '编号20251216000001', '三千五百平方米', ''])('leave %s as it is', (text) => {
    expect(withoutContacts(text)).toBe(text);
  });
});
