import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressBehind, lineOf } from './client-address.js';

const request = (remoteAddress: string, forwarded?: string) =>
  ({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress }, connection: { remoteAddress } }) as unknown as IncomingMessage; // all that is looked at

describe('the address of a client at an upgrade', () => {
  it('is the one on the wire where no proxy is trusted', () => {
    expect(addressBehind(undefined)(request('198.51.100.4', '203.0.113.1'))).toBe('198.51.100.4');
  });

  it('is what the named proxies say, and nobody else', () => {
    const addressOf = addressBehind('loopback,192.0.2.0/24');
    expect(addressOf(request('192.0.2.7', '203.0.113.1'))).toBe('203.0.113.1');
    expect(addressOf(request('127.0.0.1', '203.0.113.9, 203.0.113.1, 192.0.2.7'))).toBe('203.0.113.1');
    expect(addressOf(request('198.51.100.4', '203.0.113.1'))).toBe('198.51.100.4');
    expect(addressOf(request('192.0.2.7'))).toBe('192.0.2.7');
  });
});

describe('what of an address is one client’s', () => {
  it('is all of IPv4, and of IPv6 the half that a line does not choose itself', () => {
    for (const address of ['203.0.113.1', '127.0.0.1', '', 'unknown']) expect(lineOf(address)).toBe(address);
    expect(lineOf('::ffff:203.0.113.1')).toBe('203.0.113.1');
    for (const address of ['2001:db8:7:1::a9', '2001:0DB8:0007:0001:ffff:0:1:2', '2001:db8:7:1:5::']) expect(lineOf(address)).toBe('2001:db8:7:1::/64');
    expect(lineOf('2001:db8:7:2::a9')).toBe('2001:db8:7:2::/64');
    expect(lineOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(lineOf('::1')).toBe('0:0:0:0::/64');
    expect(lineOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});
