import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressBehind } from './client-address.js';

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
