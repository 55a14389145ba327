/** Where one was last on this device, for the way back in. */
export type Place = { slug: string; rooms: Readonly<Record<string, string>> };

const key = "althing.place";

export function lastPlace(): Place | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberPlace(slug: string, roomId?: string): void {
  const rooms = { ...lastPlace()?.rooms, ...(roomId && { [slug]: roomId }) };
  try {
    localStorage.setItem(key, JSON.stringify({ slug, rooms } satisfies Place));
  } catch {
    // Without storage the next start begins at the first workspace.
  }
}

export function forgetPlace(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}
