export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type Envelope = Letter & { readonly from: string };

/** Hands a letter over and gives what the other side called it. */
export type Post = (envelope: Envelope) => Promise<string>;
