import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { MissingKey } from '../encryption/cipher.js';
import type { KeyRing } from '../encryption/key-ring.js';

/** What a code is for: one made for something else is no code here, nor is another tenant's. */
export interface CodeUse {
  tenantId: string;
  /** `education.room`: unique over all features. */
  purpose: string;
}

/** A code as it is shown, and until when it is taken. */
export interface ShownCode {
  code: string;
  expiresAt: Date;
}

/** What a code says once it is found true. */
export interface OpenedCode {
  /** UUID of the record that it was made for. */
  id: string;
  issuedAt: Date;
}

const idBytes = 16;
const timeBytes = 6;
const macBytes = 16;
const secondsBytes = 2;
const bodyBytes = idBytes + timeBytes + secondsBytes;

/**
 * Short-lived codes for a screen or a QR picture: which record, when, for how long, and a signature by a key of the
 * tenant's own. They hold nothing secret; whoever makes one up or shows it too late is found out without the database.
 * That a code is used once is for the feature to see to, by `issuedAt`.
 *
 * @example
 * ```ts
 * const { code } = codes.sign({ tenantId, purpose: 'education.room' }, lesson.id, now, 60);
 * codes.open({ tenantId, purpose: 'education.room' }, code, later) // { id, issuedAt } | 'INVALID' | 'EXPIRED'
 * ```
 */
export class SignedCodes {
  /** @param ring Null where there are no keys; every use throws then. */
  constructor(private readonly ring: KeyRing | null) {}

  /** @param seconds For how long it is taken, at most 65,535. */
  sign(use: CodeUse, id: string, now: Date, seconds: number): ShownCode {
    const body = Buffer.alloc(bodyBytes);
    body.write(id.replaceAll('-', ''), 'hex');
    body.writeUIntBE(now.getTime(), idBytes, timeBytes);
    body.writeUInt16BE(seconds, idBytes + timeBytes);
    return { code: Buffer.concat([body, this.mac(use, body)]).toString('base64url'), expiresAt: new Date(now.getTime() + seconds * 1000) };
  }

  open(use: CodeUse, code: string, now: Date): OpenedCode | 'INVALID' | 'EXPIRED' {
    const bytes = Buffer.from(code, 'base64url');
    if (bytes.length !== bodyBytes + macBytes) return 'INVALID';
    const body = bytes.subarray(0, bodyBytes);
    if (!timingSafeEqual(bytes.subarray(bodyBytes), this.mac(use, body))) return 'INVALID';
    const issuedAt = new Date(body.readUIntBE(idBytes, timeBytes));
    if (now.getTime() > issuedAt.getTime() + body.readUInt16BE(idBytes + timeBytes) * 1000) return 'EXPIRED';
    const hex = body.toString('hex', 0, idBytes);
    return { id: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'), issuedAt };
  }

  private mac({ tenantId, purpose }: CodeUse, body: Buffer): Buffer {
    const key = this.ring?.key(this.ring.current);
    if (!key) throw new MissingKey('There are no keys to sign codes with.');
    const derived = Buffer.from(hkdfSync('sha256', key, tenantId, `weixiang signed code ${purpose}`, 32));
    return createHmac('sha256', derived).update(body).digest().subarray(0, macBytes);
  }
}
