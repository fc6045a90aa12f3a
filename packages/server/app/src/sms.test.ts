import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smsSender } from './sms.js';

describe('text messages', () => {
  const got: { authorization: string | undefined; body: unknown }[] = [];
  let status = 200;
  const server = createServer((request, response) => void answer(request).then(() => response.writeHead(status).end('{}')));
  let url: string;
  async function answer(request: IncomingMessage): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    got.push({ authorization: request.headers.authorization, body: JSON.parse(body) });
  }
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`; // a server that listens on a port has an address
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('go to the gateway, and never to the page', async () => {
    const sender = smsSender({ isProduction: false, smsGateway: { url, token: 'secret' } }, () => expect.unreachable());
    expect(await sender.send('19900007274', '验证码 123456')).toBeNull();
    expect(got).toEqual([{ authorization: 'Bearer secret', body: { phone: '19900007274', text: '验证码 123456' } }]);
  });

  it('that the gateway does not take are known not to be sent', async () => {
    status = 500;
    const sender = smsSender({ isProduction: true, smsGateway: { url, token: undefined } }, () => undefined);
    await expect(sender.send('19900007274', 'x')).rejects.toThrow('answered 500');
  });

  it('are shown in a demonstration alone', async () => {
    const lines: string[] = [];
    expect(await smsSender({ isProduction: false, smsGateway: null }, (line) => lines.push(line)).send('19900007274', '验证码 123456')).toBe('验证码 123456');
    expect(lines).toEqual(['SMS to 19900007274: 验证码 123456']);
    await expect(smsSender({ isProduction: true, smsGateway: null }, (line) => lines.push(line)).send('19900007274', 'x')).rejects.toThrow('No gateway');
    expect(lines).toHaveLength(1);
  });
});
