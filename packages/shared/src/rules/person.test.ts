import { describe, expect, it } from 'vitest';
import { maskName, personKey, surnameOf, wisherLabel } from './person-name.rules.js';
import { isMobile, maskPhone, parsePhone } from './phone.rules.js';

describe('parsePhone', () => {
  it.each([
    ['19900007274', '19900007274'],
    [' +86 199-0000-7274 ', '19900007274'],
    ['１９９００００７２７４', '19900007274'],
    ['0086 19900007274', '19900007274'],
    ['(0558) 5523456', '0558-5523456'],
    ['010-65123456-801', '010-65123456-801'],
    ['0558—5523456', '0558-5523456'],
    ['5523456', '5523456'],
    ['400-810-1234', '400-810-1234'],
  ])('reads %s as %s', (text, phone) => {
    expect(parsePhone(text)).toBe(phone);
  });

  it.each(['', '12', '1990000727', '199000072744', '12900007274', '电话未知', '0558-12345678', '123-4567'])('refuses %s', (text) => {
    expect(parsePhone(text)).toBeNull();
  });

  it('tells mobiles, to which a message can be sent, from the rest', () => {
    expect([isMobile('19900007274'), isMobile('0558-5523456')]).toEqual([true, false]);
  });
});

describe('maskPhone', () => {
  it.each([
    ['19900007274', '199****7274'],
    ['0558-5523456', '0558-*****56'],
    ['010-65123456-801', '010-******56'],
    ['5523456', '*****56'],
    ['12', '***'],
    ['', '***'],
  ])('shows %s as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe('names', () => {
  it.each([
    ['韩文博', '韩', '韩**', '韩姓居民'],
    ['沈建国（001）', '沈', '沈**', '沈姓居民'],
    ['欧阳修远', '欧阳', '欧阳**', '欧阳姓居民'],
    ['司马', '司', '司*', '司姓居民'],
    ['韩', '韩', '*', '韩姓居民'],
    ['阿依古丽·买买提', '阿', '阿***', '阿姓居民'],
    ['John Smith', null, 'J***', null],
    ['', null, '', null],
  ])('shows %s by the surname alone', (name, surname, masked, label) => {
    expect([surnameOf(name), maskName(name), wisherLabel(name)]).toEqual([surname, masked, label]);
  });

  it('addresses a wisher as the wisher chooses', () => {
    expect(wisherLabel('韩文博', '先生')).toBe('韩先生');
    expect(wisherLabel('上官婉儿', '女士')).toBe('上官女士');
  });
});

describe('personKey', () => {
  it('takes name and phone together and sees through spaces and full-width digits', () => {
    expect(personKey(' 沈雨桐 ', '199 0000 7274')).toBe('沈雨桐|19900007274');
    expect(personKey('沈雨桐', '+86１９９００００７２７４')).toBe('沈雨桐|19900007274');
    expect(personKey('沈雨', '19900007274')).not.toBe(personKey('沈雨桐', '19900007274'));
  });
});
