import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB, 2 passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** Whether the password fits; without an account it takes as long, so that nobody learns which logins exist. */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  const fits = await verify(hashed ?? (await absent), password);
  return hashed !== null && fits;
}

const absent = hashPassword('nobody has this password');
