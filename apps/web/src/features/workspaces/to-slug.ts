/** Short names of workspaces and roles have small letters, digits and dashes; this makes them while one types. */
export const toSlug = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-");
