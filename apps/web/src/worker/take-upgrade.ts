const key = "althing.upgraded-at";
const patienceMs = 30_000;

/** A tab that was open while the server was upgraded asks for parts that are gone: it starts anew, once. */
export function takeUpgrade(): void {
  window.addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(key));
    if (Date.now() - last < patienceMs) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
