// What can be typeset: a tree of blocks, data through and through. Nothing in it is ever read as markup or code.

export type PdfDocument = {
  readonly title: string;
  /** Small under the title: a date, an author. */
  readonly subtitle?: string;
  /** BCP 47, for who has it read to them. */
  readonly language?: string;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "code"; readonly text: string; readonly language?: string }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | ListBlock
  | TableBlock
  | FormulaPart
  | { readonly kind: "rule" }
  | EntryBlock
  | NotesBlock;

export type ListBlock = {
  readonly kind: "list";
  /** The number of the first item; without it there are bullets. */
  readonly from?: number;
  readonly items: readonly (readonly Block[])[];
};

export type TableBlock = {
  readonly kind: "table";
  readonly aligned: readonly ("start" | "left" | "center" | "right")[];
  readonly head: readonly (readonly Run[])[];
  readonly rows: readonly (readonly (readonly Run[])[])[];
};

/** One of a record: what was said, by whom and when. */
export type EntryBlock = {
  readonly kind: "entry";
  readonly who: string;
  readonly detail?: string;
  readonly when: string;
  readonly blocks: readonly Block[];
};

/** What a text rests on, in small type. */
export type NotesBlock = {
  readonly kind: "notes";
  readonly notes: readonly { readonly label: string; readonly runs: readonly Run[] }[];
};

export type Run =
  | TextRun
  | { readonly kind: "break" }
  | { readonly kind: "check"; readonly done: boolean }
  | FormulaPart;

/** In a line, or as a block of its own; without a tree its source is shown. */
export type FormulaPart = { readonly kind: "formula"; readonly source: string; readonly tree?: MathNode | undefined };

/** An element of MathML's presentation, at most twenty deep. */
export type MathNode = {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly kids: readonly MathNode[];
  readonly text: string;
};

export type TextRun = {
  readonly kind: "text";
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly code?: true;
  /** An absolute address. */
  readonly href?: string;
};

export const plainRun = (text: string): TextRun => ({ kind: "text", text });
