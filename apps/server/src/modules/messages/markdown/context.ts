/** Whoever a handle can name. */
export type Mentionable = { kind: "account" | "assistant" | "group"; id: string; name: string };

/** Somebody a message calls, once however often they are named. */
export type Mention = Pick<Mentionable, "kind" | "id"> | { kind: "room" } | { kind: "here" };

/** What an author lets a message call; a field left out limits nothing. `accounts` covers assistants and groups too. */
export type AllowedMentions = { accounts?: readonly string[] | "all" | "none"; room?: boolean; here?: boolean };

export type RenderContext = {
  /** By lower-case handle, for the handles that `findMentionCandidates` gave. */
  mentions: ReadonlyMap<string, Mentionable>;
  allowedMentions?: AllowedMentions;
  /** The addresses of the workspace's own pictures by shortcode, without the colons. */
  customEmoji?: ReadonlyMap<string, string> | undefined;
  /** Which addresses links may lead to: all, unless told. */
  mayLink?: ((address: string) => boolean) | undefined;
};
