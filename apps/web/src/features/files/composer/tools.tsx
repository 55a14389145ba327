import { Mic, Paperclip } from "lucide-react";
import { useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCommands } from "../../../shell/index.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useUploads } from "../uploads/use-uploads.ts";
import { canRecord } from "../voice/recording.ts";
import { mountPicker, openPicker } from "./pickers.ts";
import type { FileToolsProps } from "./props.ts";

const attachKeys = "mod+u";

export function Tools({ shelfKey, isRecording, onRecording }: FileToolsProps) {
  const t = useTranslations("files.composer");
  const uploads = useUploads();
  const input = useRef<HTMLInputElement>(null);
  useCommands(
    useMemo(
      () => [
        {
          id: "composer.attach",
          title: t("attach"),
          group: t("group"),
          icon: Paperclip,
          keys: attachKeys,
          run: openPicker,
        },
      ],
      [t],
    ),
  );
  return (
    <>
      <IconButton
        size="small"
        label={t("attach")}
        shortcut={attachKeys}
        icon={<Paperclip />}
        onClick={() => input.current?.click()}
      />
      <input
        ref={(element) => {
          input.current = element;
          return element ? mountPicker(element) : undefined;
        }}
        type="file"
        multiple
        hidden
        aria-label={t("attach")}
        onChange={({ currentTarget }) => {
          uploads.add(shelfKey, [...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
          currentTarget.closest("div:has(> textarea)")?.querySelector("textarea")?.focus();
        }}
      />
      {canRecord() && (
        <IconButton
          size="small"
          label={t("record")}
          icon={<Mic />}
          pressed={isRecording}
          onClick={() => onRecording(!isRecording)}
        />
      )}
    </>
  );
}
