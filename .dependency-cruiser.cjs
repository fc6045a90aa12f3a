// Who may import whom. A package that is not named here may import nothing of ours but shared.
const server = '^packages/server/';
const web = '^packages/(web|plugins/[^/]+/web)/';

/** A part may reach itself and what is listed; everything else of ours is an error. */
const mayImport = (name, from, to) => ({
  name,
  severity: 'error',
  comment: `${name}: may import ${to.length === 0 ? 'nothing of ours' : to.join(', ')}`,
  from: { path: from },
  to: { path: '^packages/', pathNot: [from, ...to] },
});

const shared = '^packages/shared/';
const kernel = '^packages/server/kernel/';
const core = '^packages/server/core/';
const kit = '^packages/web/kit/';

module.exports = {
  forbidden: [
    mayImport('shared-knows-nobody', shared, []),
    mayImport('kernel-knows-shared', kernel, [shared]),
    mayImport('core-knows-kernel', core, [kernel, shared]),
    mayImport('kit-knows-shared', kit, [shared]),
    {
      name: 'plugin-declaration-knows-shared',
      severity: 'error',
      comment: 'plugin.ts and shared/ of a plugin run in the browser and on the server: they may import shared and themselves',
      from: { path: '^packages/plugins/([^/]+)/(plugin\\.ts$|shared/)' },
      to: { path: '^packages/', pathNot: ['^packages/plugins/$1/(plugin\\.ts$|shared/)', shared] },
    },
    {
      name: 'plugin-server-knows-core',
      severity: 'error',
      comment: 'the server part of a plugin may import core, kernel, shared and its own plugin; never another plugin',
      from: { path: '^packages/plugins/([^/]+)/server/' },
      to: { path: '^packages/', pathNot: ['^packages/plugins/$1/(plugin\\.ts$|shared/|server/)', core, kernel, shared] },
    },
    {
      name: 'plugin-web-knows-kit',
      severity: 'error',
      comment: 'the web part of a plugin may import kit, shared and its own plugin; never another plugin',
      from: { path: '^packages/plugins/([^/]+)/web/' },
      to: { path: '^packages/', pathNot: ['^packages/plugins/$1/(plugin\\.ts$|shared/|web/)', kit, shared] },
    },
    { name: 'server-never-web', severity: 'error', from: { path: `${server}|^packages/plugins/[^/]+/server/` }, to: { path: web } },
    // A test in a real browser starts the real server.
    { name: 'web-never-server', severity: 'error', from: { path: web, pathNot: '^packages/web/e2e/' }, to: { path: `${server}|^packages/plugins/[^/]+/server/` } },
    { name: 'nobody-knows-bench', severity: 'error', comment: 'the benchmark looks at the product from outside', from: { path: '^packages/' }, to: { path: '^bench/' } },
    {
      name: 'testkit-in-tests-only',
      severity: 'error',
      comment: 'what the product runs must not reach what tests are made with',
      from: { path: '^packages/', pathNot: ['/testkit/', '\\.(test|e2e|fixture)\\.tsx?$', '^packages/web/e2e/', '^packages/server/app/src/reports/'] }, // the printed reports are made from a test's database
      to: { path: '/testkit/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(packages|bench|node_modules)/',
    exclude: { path: '/(dist|dist-types)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@weixiang/source', 'types', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
