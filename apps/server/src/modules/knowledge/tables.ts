// The knowledge module's tables as Kysely sees them.
export type PassageRow = {
  message_id: string;
  room_id: string;
  /** The message that began the thread, where it is a reply. */
  root_id: string | null;
  author_id: string;
  seq: number;
  stamp: number;
  /** Without markup. */
  text: string;
};
