import { expect, type Locator } from "@playwright/test";

/** Someone types on until others see it: a sign that comes before they listen is not given again by itself. */
export async function typeUntil(field: Locator, seen: Locator): Promise<void> {
  await expect(async () => {
    await field.press("End");
    await field.press("Space");
    await expect(seen).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}
