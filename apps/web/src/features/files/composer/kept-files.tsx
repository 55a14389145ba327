import type { files } from "@althing/contract";
import { useTranslations } from "use-intl";
import { FileChip } from "../../../ui/files/file-chip.tsx";
import { useLinksTo } from "../links/use-links.ts";
import { smallOf } from "../shown/pictures.tsx";
import { useByteSize } from "../shown/use-byte-size.ts";
import { localUrlOf } from "../uploads/locals.ts";
import type { KeptFilesProps } from "./props.ts";

/** Files that lie on the server already, and go along unless they are taken out. */
export function Kept({ files, onChange }: KeptFilesProps) {
  const t = useTranslations("files.composer");
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-1.5">
      {files.map((file) => (
        <KeptFile key={file.id} file={file} onRemove={() => onChange(files.filter(({ id }) => id !== file.id))} />
      ))}
    </ul>
  );
}

function KeptFile({ file, onRemove }: { file: files.Attachment; onRemove: () => void }) {
  const t = useTranslations("files.composer");
  const sizeOf = useByteSize();
  const { id, name, kind, sizeBytes } = file;
  const local = localUrlOf(id);
  const [link] = useLinksTo(local === undefined && kind === "image" ? [smallOf(file)] : []);
  return (
    <FileChip
      {...{ name, kind, onRemove }}
      detail={sizeOf(sizeBytes)}
      pictureUrl={local ?? (link || undefined)}
      removeLabel={t("remove", { name })}
    />
  );
}
