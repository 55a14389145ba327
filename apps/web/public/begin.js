// Runs before the first paint, long before the app's own script is there.

/** The look that this device showed last, so that nothing flashes. */
function showLook() {
  const { theme, density, language, direction } = JSON.parse(localStorage.getItem("althing.appearance") ?? "{}");
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  if (density) root.dataset.density = density;
  if (language) root.lang = language;
  if (direction) root.dir = direction;
}

/** Who was signed in needs a session, and most likely a room: they come while the app's script is read. */
async function askAhead(firstScreen) {
  if (localStorage.getItem("althing.signed-in") === null) return;
  window.askedAhead = {};
  const session = ask("/api/v1/auth/refresh", { method: "POST", body: "{}" });
  if (!/^\/(w\/|$)/.test(location.pathname)) return;
  if (firstScreen) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: firstScreen }));
  }
  // A device that has kept something shows that, and need not ask who one is.
  if (localStorage.getItem("althing.stored") !== null) return;
  const { data } = await (await session).json();
  ask("/api/v1/users/me", { headers: { authorization: `Bearer ${data.accessToken}` } });
}

/** Leaves the answer, read already, to whoever in the app asks for it: they hear of a failure, too. */
function ask(path, init) {
  const headers = { accept: "application/json", "content-type": "application/json", ...init.headers };
  const answer = fetch(path, { ...init, headers, signal: AbortSignal.timeout(30_000) }).then(read);
  answer.catch(() => undefined);
  window.askedAhead[path] = answer;
  return answer;
}

async function read(response) {
  const body = await response.json().catch(() => undefined);
  const { ok, status, headers } = response;
  return { ok, status, headers, json: async () => body };
}

try {
  showLook();
  askAhead(document.currentScript.dataset.firstScreen).catch(() => undefined);
} catch {
  // A blocked or damaged storage shows the system's look, and the app asks by itself.
}
