import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.js';

describe('settings', () => {
  it('name the proxies in front by address, and never everybody', () => {
    expect(readSettings({}).trustProxy).toBeUndefined();
    expect(readSettings({ TRUST_PROXY: ' loopback, 10.0.0.0/8,fd00::/8 , 192.0.2.7' }).trustProxy).toBe('loopback,10.0.0.0/8,fd00::/8,192.0.2.7');
    for (const wrong of ['true', '1', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example', 'loopback,,']) {
      expect(() => readSettings({ TRUST_PROXY: wrong })).toThrow('TRUST_PROXY has');
    }
  });

  it('let webhooks into private networks in development alone', () => {
    expect([readSettings({}).webhooksToPrivate, readSettings({ WEBHOOKS_TO_PRIVATE: '0' }).webhooksToPrivate, readSettings({ WEBHOOKS_TO_PRIVATE: '1' }).webhooksToPrivate]).toEqual([false, false, true]);
    expect(() => readSettings({ WEBHOOKS_TO_PRIVATE: '1', NODE_ENV: 'production' })).toThrow('WEBHOOKS_TO_PRIVATE is for development');
  });
});
