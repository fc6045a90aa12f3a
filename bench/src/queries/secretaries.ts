import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Secretary } from './query.js';

/** Secretaries a tenant that ask. */
const perTenant = 2;

/** Opens sessions of some secretaries of every tenant. */
export async function signInSecretaries(ownerUrl: string): Promise<Secretary[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: tenants } = await owner.query<{ id: string; slug: string }>('select id, slug from tenant order by slug');
    const secretaries: Secretary[] = [];
    for (const { id, slug } of tenants) {
      await owner.query(`select set_config('app.tenant_id', $1, false)`, [id]);
      const { rows } = await owner.query<{ person_id: string; grids: string[] }>(
        `select person_id, array(select u.id::text from org_unit u where u.tenant_id = $1 and u.parent_id = a.org_unit_id order by u.id) as grids
         from role_assignment a where tenant_id = $1 and role = 'communitySecretary' order by id`,
        [id],
      );
      for (let n = 0; n < perTenant; n += 1) {
        const row = rows[(n * 17 + 5) % rows.length];
        if (!row) throw new Error(`${slug} has no secretary.`);
        const token = `wx_${slug}_${createHash('sha256').update(`${slug} ${n}`).digest('base64url')}`;
        await owner.query(`insert into session (tenant_id, id, token_hash, person_id, created_at, expires_at) values ($1, gen_random_uuid(), $2, $3, now(), now() + interval '1 day')`, [
          id,
          createHash('sha256').update(token).digest(),
          row.person_id,
        ]);
        secretaries.push({ tenantId: id, slug, token, grids: row.grids });
      }
    }
    return secretaries;
  } finally {
    await owner.end();
  }
}
