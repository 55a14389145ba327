// Keeps what the app starts from, so that it opens without a network. A build puts `self.shell` before this:
// `version` names the build, `files` are what an opening needs. A newer build is taken when the app is next started.
const { version, files } = self.shell;
const cacheName = `althing-shell-${version}`;
const patienceMs = 5_000;

/** What is the server's to answer, always. */
const isServers = (path) => /^\/(api|docs|health|media|metrics)(\/|$)/.test(path);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(["/", ...files])));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || isServers(pathname)) return;
  if (pathname.startsWith("/assets/")) event.respondWith(fromCacheFirst(request));
  else if (request.mode === "navigate") event.respondWith(fromNetworkFirst(request, "/"));
  else if (files.includes(pathname)) event.respondWith(fromNetworkFirst(request, pathname));
});

/** The name of an asset tells its contents, so one that is kept is right for ever. */
async function fromCacheFirst(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** A network that keeps silent is as good as none. */
async function fromNetworkFirst(request, key) {
  const cache = await caches.open(cacheName);
  const keep = async (response) => {
    if (response.ok) await cache.put(key, response.clone());
    return response;
  };
  try {
    return await keep(await fetch(request, { signal: AbortSignal.timeout(patienceMs) }));
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("althing-shell-") && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}
