import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

/** Where a value stands. It is authenticated with it, so that a value moved to another row, column or tenant does not open. */
export interface Place {
  tenantId: string;
  /** Names in SQL. */
  table: string;
  column: string;
  /** UUID of the row. */
  id: string;
}

/** What an encrypted value is once it is open. */
export type EncryptedType = 'text' | 'integer';

const envelope = /^wx1:([A-Za-z0-9-]{1,20}):([A-Za-z0-9_-]+)$/;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts and opens single values: AES-256-GCM under a key of the tenant's own, derived from one of the ring's. What is
 * stored is `wx1:<key id>:<base64url of iv, tag and ciphertext>`.
 */
export class Cipher {
  private readonly tenantKeys = new Map<string, Buffer>();

  /** @param ring Null where no field is encrypted; every use throws then. */
  constructor(private readonly ring: KeyRing | null) {}

  /** What values written now begin with; those that do not are older, or were never encrypted. */
  get currentPrefix(): string {
    return `wx1:${this.keys.current}:`;
  }

  /** @example cipher.encrypt({ tenantId, table: 'enrolment', column: 'learner_name', id }, '韩小宝') // 'wx1:k1:…' */
  encrypt(place: Place, value: unknown): string {
    const { current } = this.keys;
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(current, place), iv);
    cipher.setAAD(placeBytes(place));
    const plain = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? inner.toWellFormed() : inner));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `wx1:${current}:${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`;
  }

  /**
   * Opens a stored value. One from before its column was encrypted is given back as it is, until the job has been there.
   * @throws Error when its key is not in the ring, or it was made for another place, or changed; it quotes no value.
   */
  decrypt(place: Place, stored: string, type: EncryptedType): unknown {
    const [, keyId, body] = envelope.exec(stored) ?? [];
    if (keyId === undefined || body === undefined) return fromPlain(stored, type);
    const bytes = Buffer.from(body, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.keyOf(keyId, place), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAAD(placeBytes(place));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8'));
    } catch (error) {
      if (error instanceof MissingKey) throw error;
      throw new Error(`${place.table}.${place.column} of ${place.id} was not encrypted for this place, or was changed since.`, { cause: error });
    }
  }

  private get keys(): KeyRing {
    if (!this.ring) throw new MissingKey('There are no keys for encrypted fields.');
    return this.ring;
  }

  /** A key of each tenant's own: none is used so often that its nonces could meet, and none opens another's. */
  private keyOf(id: string, { tenantId, table, column }: Place): Buffer {
    const name = `${id} ${tenantId}`;
    let derived = this.tenantKeys.get(name);
    if (!derived) {
      const key = this.keys.key(id);
      if (!key) throw new MissingKey(`${table}.${column} is encrypted under the key ${id}, which is not among the keys.`);
      derived = Buffer.from(hkdfSync('sha256', key, tenantId, 'weixiang encrypted field', 32));
      this.tenantKeys.set(name, derived);
    }
    return derived;
  }
}

/** A value is encrypted under a key that nobody gave. */
export class MissingKey extends Error {}

/** Ids are of one length and names in SQL hold no such character, so no two places read the same. */
function placeBytes({ tenantId, table, column, id }: Place): Buffer {
  return Buffer.from([tenantId, table, column, id].join('\n'));
}

function fromPlain(stored: string, type: EncryptedType): unknown {
  return type === 'integer' ? Number(stored) : stored;
}
