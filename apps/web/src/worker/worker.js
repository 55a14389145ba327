// Keeps what the app starts from, so that it opens without a network, and shows what is pushed while nobody looks. A build
// puts `self.shell` before this: `version` names the build, `files` are what an opening needs; and `self.words`, by
// language. A newer build is taken when the app is next started.
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

self.addEventListener("push", (event) => {
  const told = event.data?.json();
  if (told) event.waitUntil(told.kind === "read" ? closeNotices(told) : showNotice(told));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openAt(event.notification.data.path));
});

/** One notice stands for a room. Who looks at the app needs none. */
async function showNotice({ kind, title, body, path, roomId, seq, language }) {
  const words = wordsIn(language ?? self.navigator.language);
  const [shownTitle, shownBody] =
    kind === "test" ? [words.testTitle, words.testBody] : [title, body ?? words.newMessage];
  const windows = await self.clients.matchAll({ type: "window" });
  if (kind !== "test" && windows.some(({ focused }) => focused)) return;
  await self.registration.showNotification(shownTitle, {
    body: shownBody,
    tag: roomId ?? kind,
    renotify: true,
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    data: { path: path ?? "/", seq: seq ?? 0 },
  });
}

/** Read elsewhere: what stands here of it goes. */
async function closeNotices({ roomId, upToSeq }) {
  const notices = await self.registration.getNotifications({ tag: roomId });
  for (const notice of notices) if (notice.data.seq <= upToSeq) notice.close();
}

/** An open window goes there by itself, without loading anew. */
async function openAt(path) {
  const [window] = await self.clients.matchAll({ type: "window" });
  if (!window) return self.clients.openWindow(path);
  window.postMessage({ kind: "open", path });
  return window.focus();
}

const wordsIn = (language) => self.words[language.split("-")[0]] ?? self.words.en;
