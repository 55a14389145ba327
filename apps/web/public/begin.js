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
async function askAhead({ firstScreen, reads }) {
  if (localStorage.getItem("althing.signed-in") === null) return;
  window.askedAhead = {};
  const session = ask("POST", "/auth/refresh", "{}");
  const [isAtHome, slug] = /^\/(?:$|w\/([^/]*))/.exec(location.pathname) ?? [];
  if (isAtHome === undefined) return;
  if (firstScreen) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: firstScreen }));
  }
  // A device that has kept something shows that, and need not ask who one is.
  if (localStorage.getItem("althing.stored") !== null) return;
  const { accessToken } = await session;
  const { workspaces } = await ask("GET", "/users/me", undefined, accessToken);
  const workspace = workspaces.find((one) => one.slug === slug);
  if (workspace && reads) ask("POST", "/batch", reads.replaceAll("{workspaceId}", workspace.id), accessToken);
}

/** Leaves the answer, read already, to whoever in the app asks for it: they hear of a failure, too. Gives its data. */
function ask(method, path, body, accessToken) {
  const authorization = accessToken ? `Bearer ${accessToken}` : "";
  const headers = { accept: "application/json" };
  if (body) headers["content-type"] = "application/json";
  if (authorization) headers.authorization = authorization;
  const address = `/api/v1${path}`;
  const answer = fetch(address, { method, headers, body, signal: AbortSignal.timeout(30_000) }).then(read);
  window.askedAhead[`${address} ${authorization} ${body ?? ""}`] = answer;
  const data = answer.then((response) => response.json()).then((whole) => whole.data);
  data.catch(() => undefined);
  return data;
}

async function read(response) {
  const body = await response.json().catch(() => undefined);
  const { ok, status, headers } = response;
  return { ok, status, headers, json: async () => body };
}

try {
  showLook();
  askAhead(document.currentScript.dataset).catch(() => undefined);
} catch {
  // A blocked or damaged storage shows the system's look, and the app asks by itself.
}
