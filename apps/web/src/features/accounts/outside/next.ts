/** Where to go after signing in: an address within this app only, so that no link can lead people elsewhere with it. */
export function addressWithin(next: string | undefined, origin: string): string {
  if (!next?.startsWith("/")) return "/";
  const url = URL.parse(next, origin);
  return url?.origin === origin ? url.pathname + url.search + url.hash : "/";
}
