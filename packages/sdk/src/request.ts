import { type RouteDef, sendsJson } from "@althing/contract";

/** The address of a call below `/api/v1`, and its body as JSON where it has one. */
export function encodeRequest(route: RouteDef, input: Record<string, unknown>): { path: string; body?: string } {
  const rest = { ...input };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    if (value === undefined || value === null) throw new TypeError(`${route.method} ${route.path} needs \`${name}\``);
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (sendsJson(route)) return { path, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return { path: query.size > 0 ? `${path}?${query}` : path };
}
