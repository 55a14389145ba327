/** What a channel will be called by what is typed: lower case, dashes for spaces, no leading #. */
export const channelNameOf = (typed: string): string =>
  typed
    .normalize("NFKC")
    .trim()
    .replace(/^#+\s*/, "")
    .replace(/\s+/g, "-")
    .toLocaleLowerCase();
