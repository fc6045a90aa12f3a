import type { SmsSender } from '@weixiang/kernel';
import { noSms } from '@weixiang/kernel';
import type { Settings } from './settings.js';

/** Longer than this nobody waits for a code. */
const timeoutMs = 10_000;

/** Who carries text messages: the gateway that is set; where there is none, the console of a demonstration, and nobody in production. */
export function smsSender({ isProduction, smsGateway }: Pick<Settings, 'isProduction' | 'smsGateway'>, say: (line: string) => void): SmsSender {
  if (smsGateway) return gateway(smsGateway.url, smsGateway.token);
  return isProduction ? noSms : console(say);
}

/** Any gateway that takes `POST { "phone", "text" }` with a bearer token; most districts put a few lines of their own before theirs. */
function gateway(url: string, token: string | undefined): SmsSender {
  return {
    async send(phone, text) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ phone, text }),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`The gateway for text messages answered ${answer.status}.`);
      return null;
    },
  };
}

/** No telephone rings: the message stands in the server's console, and on the page that asked for it. */
function console(say: (line: string) => void): SmsSender {
  return {
    async send(phone, text) {
      say(`SMS to ${phone}: ${text}`);
      return text;
    },
  };
}
