import pg from 'pg';

/**
 * A connection of one's own, for what a test does behind the product's back: as its owner, or as the application's role.
 * @example await withClient(server.database.databaseOwnerUrl, (client) => client.query('…'))
 */
export async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
