import { createAccounts, createTenant, OrgUnit, type NewAccount, type NewTenant } from '@weixiang/core';
import type { Kernel, Tenant } from '@weixiang/kernel';
import { fileURLToPath } from 'node:url';
import { importLedgers } from './ledgers.js';
import { openExampleRounds } from './open-rounds.js';
import { deedsIn, liveRecentWeeks } from './recent-weeks.js';

const password = 'weixiang-demo';

/** Where the first tenant's demo accounts sit; in a tenant without these units they sit at the root. */
export const demoAccounts: readonly NewAccount[] = [
  { login: 'admin', name: '郑海宁', role: 'tenantAdministrator', password },
  { login: 'organiser', name: '张军', role: 'organisationOfficer', password },
  { login: 'department', name: '郑雨桐', role: 'departmentOfficer', password, unitCode: 'QC-D01' },
  { login: 'community', name: '孙春生', role: 'communitySecretary', password, unitCode: 'QC-01-02' },
  { login: 'grid', name: '王春梅', role: 'gridWorker', password, unitCode: 'QC-01-02-G1' },
  { login: 'lead', name: '沈建国', role: 'projectLead', password, unitCode: 'QC-01-02' },
  { login: 'supervisor', name: '马淑珍', role: 'supervisor', password, unitCode: 'QC-01' },
  { login: 'expert', name: '陈家豪', role: 'expert', password, unitCode: 'QC-01-02' },
  { login: 'partner', name: '李磊', role: 'partnerRepresentative', password, unitCode: 'QC-01-02' },
  { login: 'resident', name: '邓雨桐', role: 'resident', password, unitCode: 'QC-01-02-G1' },
  { login: 'auditor', name: '何秀兰', role: 'auditor', password },
];

/** A district that has everything, and a city that begins with nothing. */
function exampleTenants(everyPlugin: string[]): NewTenant[] {
  return [
    {
      slug: 'qiaocheng',
      name: { zh: '亳州市谯城区', en: 'Qiaocheng District, Bozhou' },
      brand: { name: '谯城区红色项目', seal: '谯', color: '#a62b23' },
      plugins: everyPlugin,
      settings: { isDemo: true },
      root: { code: 'QC', name: '中共亳州市谯城区委员会', kind: '区委' },
    },
    {
      slug: 'jiayuguan',
      name: { zh: '嘉峪关市', en: 'Jiayuguan' },
      brand: { name: '同心嘉园', seal: '嘉', color: '#15645d' },
      plugins: [],
      settings: { isDemo: true },
      root: { code: 'JYG', name: '中共嘉峪关市委员会', kind: '市委' },
    },
  ];
}

/** Makes the two example tenants with their ledgers and demo accounts; whatever is there already stays as it is. */
export async function loadExample(kernel: Kernel, progress: (line: string) => void): Promise<void> {
  const everyPlugin = kernel.catalogue.plugins.map(({ declaration }) => declaration.name);
  for (const example of exampleTenants(everyPlugin)) {
    const known = await kernel.tenants.bySlug(example.slug);
    if (known?.settings['isDemoReady'] === true) continue;
    progress(`Making the example ${example.name.zh} (first start).`);
    const tenant = await createTenant(kernel, example);
    const folder = fileURLToPath(new URL(`../../../../../examples/${example.slug}/`, import.meta.url));
    await importLedgers(kernel, tenant, folder, progress);
    await createAccounts(kernel, tenant, demoAccounts);
    await setOversight(kernel, tenant);
    if (example.plugins.length > 0) await liveRecentWeeks(kernel, tenant);
    await openExampleRounds(kernel, tenant);
    await showFeatures(kernel, tenant, progress);
    await markReady(kernel, tenant);
  }
}

/** What the ledgers do not say: the education bureau and the health commission oversee their types of project everywhere. */
async function setOversight(kernel: Kernel, tenant: Tenant): Promise<void> {
  const oversight: Record<string, string[]> = { 'QC-D01': ['education'], 'QC-D02': ['health'] };
  await kernel.asSystem(tenant, 'example', async (tx) => {
    for (const unit of await tx.em.find(OrgUnit, { code: { $in: Object.keys(oversight) } })) unit.oversees = oversight[unit.code] ?? [];
  });
}

/** What features show of themselves. One that does not come off leaves the example without it, and the product running. */
async function showFeatures(kernel: Kernel, tenant: Tenant, progress: (line: string) => void): Promise<void> {
  for (const { name, run } of kernel.featuresOf(tenant).features.flatMap(({ demos = [] }) => demos)) {
    try {
      await run({ kernel, tenant, deed: deedsIn(kernel, tenant) });
    } catch (error) {
      kernel.log.warn({ err: error }, 'a demonstration did not come off');
      progress(`  ${name}: did not come off`);
    }
  }
}

async function markReady(kernel: Kernel, tenant: Tenant): Promise<void> {
  await kernel.asSystem(tenant, 'example', async (tx) => {
    await tx.em.execute(`update tenant set settings = settings || '{"isDemoReady": true}', version = version + 1 where id = ?`, [tenant.id]);
  });
  kernel.tenants.forget();
}
