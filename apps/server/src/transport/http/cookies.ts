// The refresh token of the web app: no script can read it, and it goes nowhere but to the routes of sign-in.
import type { CookieChange } from "../../kernel/call.ts";

export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name && value) return decoded(value);
  }
  return undefined;
}

/** A cookie that was not encoded by us is none of ours. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

export function cookieText({ name, value, maxAgeSeconds }: CookieChange, publicUrl: string): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  const text = value === null ? "" : encodeURIComponent(value);
  return `${name}=${text}; HttpOnly${secure}; SameSite=Strict; Path=/api/v1/auth; Max-Age=${value === null ? 0 : maxAgeSeconds}`;
}
