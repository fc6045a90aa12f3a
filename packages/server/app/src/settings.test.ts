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

  it('take what is set to nothing for not set', () => {
    const blank = { PORT: '', HOST: ' ', DATA_DIR: '', LOG_LEVEL: '', TRUST_PROXY: '', NODE_ENV: '', WEIXIANG_KEYS: '' };
    expect(readSettings(blank)).toEqual(readSettings({}));
  });

  it('refuse what they cannot be', () => {
    for (const PORT of ['abc', '-1', '70000', '4000.5']) expect(() => readSettings({ PORT })).toThrow(`PORT is “${PORT}”`);
    expect(() => readSettings({ LOG_LEVEL: 'loud' })).toThrow('LOG_LEVEL is “loud”; it must be one of');
  });

  it('let webhooks into private networks in development alone', () => {
    expect([readSettings({}).webhooksToPrivate, readSettings({ WEBHOOKS_TO_PRIVATE: '0' }).webhooksToPrivate, readSettings({ WEBHOOKS_TO_PRIVATE: '1' }).webhooksToPrivate]).toEqual([false, false, true]);
    expect(() => readSettings({ WEBHOOKS_TO_PRIVATE: '1', NODE_ENV: 'production' })).toThrow('WEBHOOKS_TO_PRIVATE is for development');
  });
});
