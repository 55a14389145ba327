const key = "althing.upgraded-at";
const patienceMs = 30_000;

/** A tab that was open while the server was upgraded asks for parts that are gone: it starts anew, at most twice a minute. */
export async function takeUpgrade(): Promise<void> {
  const last = Number(sessionStorage.getItem(key));
  if (Date.now() - last < patienceMs || !(await isUpgraded())) return;
  sessionStorage.setItem(key, String(Date.now()));
  location.reload();
  // Nothing is shown of what fails until then.
  await new Promise(() => undefined);
}

/** Whether the server's page starts from another script than this one did. */
async function isUpgraded(): Promise<boolean> {
  const own = document.querySelector("script[type=module][src]")?.getAttribute("src");
  const page = await fetch("/", { cache: "no-store" }).catch(() => undefined);
  return Boolean(own && page?.ok && !(await page.text()).includes(own));
}
