import { openHarbour, type Person, password } from "@althing/testkit/harbour";
import type { Page } from "@playwright/test";

export type Cast = Awaited<ReturnType<typeof openCast>>;

/** Ana owns Harbour, with its rooms #harbour and #pier; Ben and Cem are members, Gus is a guest, Eve is elsewhere. */
export async function openCast(url: string) {
  const opened = await openHarbour(url);
  const members = [opened.ben, opened.cem];
  return {
    ...opened,
    harbour: await opened.channel("harbour", members),
    pier: await opened.channel("pier", members),
  };
}

/** Signs someone in without the form: the page is theirs from its next opening on. */
export async function signIn(page: Page, { email }: Person): Promise<void> {
  // The app asks for a session only where someone has signed in before.
  await page.addInitScript(() => {
    if (location.protocol === "http:") localStorage.setItem("althing.signed-in", "");
  });
  const answer = await page.request.post("/api/v1/auth/login", { data: { email, password, session: "cookie" } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`);
}
