import type { files } from "@althing/contract";

type Place = {
  /** Names the draft that the files go with. */
  shelfKey: string;
  roomId: string;
  parentId: string | undefined;
};

export type FileToolsProps = Pick<Place, "shelfKey" | "parentId"> & {
  isRecording: boolean;
  onRecording: (is: boolean) => void;
};
export type FileShelfProps = Place & {
  isRecording: boolean;
  onRecording: (is: boolean) => void;
};

export type KeptFilesProps = {
  files: readonly files.Attachment[];
  onChange: (files: files.Attachment[]) => void;
};
