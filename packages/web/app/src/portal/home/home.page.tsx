import { Seal, useSession } from '@weixiang/kit';

/** What a resident sees first. */
export function HomePage() {
  const { tenant } = useSession();
  return (
    <main>
      <Seal character={tenant.seal} />
      {tenant.brandName}
    </main>
  );
}
