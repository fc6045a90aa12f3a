// The portal's service worker. The server writes `const shell = { slug, base, version, files }` above this.
// It keeps the empty portal: page, program, words. Never an answer of the API, a photo or a file: those are people's.
/* global self, caches, fetch, clients, shell */
const prefix = `weixiang-${shell.slug}-`;
const cacheName = `${prefix}${shell.version}`;
const home = `${shell.base}/`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([new Request(home, { credentials: 'omit' }), ...shell.files])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

// A new version waits until the reader says so: nobody loses what they are writing.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isPortalPage(pathname)) event.respondWith(fetch(request).catch(async () => (await inShell(home)) ?? Response.error()));
  } else if (pathname.startsWith('/web/assets/')) {
    // Named by their content: what was kept is what would come.
    event.respondWith(inShell(pathname).then((known) => known ?? fetch(request)));
  }
});

function isPortalPage(pathname) {
  return pathname.startsWith(home) && !/^(console|graphql)(\/|$)/.test(pathname.slice(home.length));
}

async function inShell(path) {
  const cache = await caches.open(cacheName);
  return cache.match(path, { ignoreVary: true });
}
