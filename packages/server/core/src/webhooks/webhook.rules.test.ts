import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, nextTry, problemOfUrl, signatureOf } from './webhook.rules.js';

describe('an address', () => {
  it.each([
    '127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '192.0.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'localhost', '',
  ])('%s is nobody’s out there', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2400:3200::1', '2606:4700::1111'])('%s is somebody’s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a URL', () => {
  it.each([
    ['no url', 'URL_UNREADABLE'],
    ['https://user:word@example.org/', 'URL_UNREADABLE'],
    ['https://example.org/#part', 'URL_UNREADABLE'],
    [`https://example.org/${'a'.repeat(500)}`, 'URL_UNREADABLE'],
    ['http://example.org/', 'URL_NOT_HTTPS'],
    ['ftp://example.org/', 'URL_NOT_HTTPS'],
    ['https://localhost/', 'URL_PRIVATE'],
    ['https://intranet/', 'URL_PRIVATE'],
    ['https://db.internal/', 'URL_PRIVATE'],
    ['https://a.localhost./', 'URL_PRIVATE'],
    ['https://127.0.0.1/', 'URL_PRIVATE'],
    ['https://2130706433/', 'URL_PRIVATE'],
    ['https://0x7f.1/', 'URL_PRIVATE'],
    ['https://[::1]/', 'URL_PRIVATE'],
    ['https://[::ffff:10.0.0.1]/', 'URL_PRIVATE'],
    ['https://169.254.169.254/latest', 'URL_PRIVATE'],
    ['https://example.org:8443/weixiang?a=b', null],
    ['https://8.8.8.8/', null],
  ])('%s: %s', (url, problem) => {
    expect(problemOfUrl(url, false)).toBe(problem);
  });

  it('may be anything of http where that is allowed', () => {
    expect([problemOfUrl('http://127.0.0.1:9/', true), problemOfUrl('file:///etc/passwd', true)]).toEqual([null, 'URL_NOT_HTTPS']);
  });
});

it('is signed over its time and its body', () => {
  const at = new Date('2026-05-19T02:00:00.900Z');
  const v1 = createHmac('sha256', 'whsec_x').update('1779156000.{"a":1}').digest('hex');
  expect(signatureOf('whsec_x', at, '{"a":1}')).toBe(`t=1779156000,v1=${v1}`);
});

it('is tried again after half a minute, two, eight, and at most half a day', () => {
  const now = new Date(0);
  expect([1, 2, 3, 7].map((attempts) => nextTry(attempts, now).getTime() / 1000)).toEqual([30, 120, 480, 43_200]);
});
