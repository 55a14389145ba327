const longest = 31;

/** A short name that the server takes, made of a title: "Tide tables" is `tide-tables`. Empty where nothing is left. */
export const slugOf = (title: string): string =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-|-$/g, "");
