import type { accounts as contract } from "@althing/contract";
import { ImagePlus, SmilePlus, Trash2 } from "lucide-react";
import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../../connection/index.ts";
import { avatarColors } from "../../../../ui/avatar-colors.ts";
import { Button } from "../../../../ui/button.tsx";
import { EmojiPicker } from "../../../../ui/emoji-picker/emoji-picker.tsx";
import { Popover } from "../../../../ui/popover.tsx";
import { useToast } from "../../../../ui/toast.tsx";
import { AccountAvatar } from "../../person/account-avatar.tsx";
import { ColorChoice } from "./color-choice.tsx";
import { encodePicture } from "./encode-picture.ts";

/** Your picture, by choosing, dropping or pasting one; and what stands for you without. */
export function AvatarEditor({ me }: { me: contract.Me }) {
  const t = useTranslations("accounts.profileSettings");
  const { accounts } = useClient();
  const { showProblem } = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const { color, emoji, url } = me.avatar;

  const attempt = async (action: () => Promise<unknown>) => {
    setSending(true);
    await action().catch(showProblem);
    setSending(false);
  };
  const take = (files: FileList | null) => {
    const file = [...(files ?? [])].find(({ type }) => type.startsWith("image/"));
    if (file) void attempt(async () => accounts.setAvatar({ picture: await encodePicture(file) }));
  };
  const choose = (avatar: Partial<Pick<contract.Me["avatar"], "color" | "emoji">>) =>
    void attempt(() => accounts.updateMe({ avatar: { color, emoji, ...avatar } }));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };

  return (
    <fieldset
      aria-label={t("avatar")}
      className="flex flex-wrap items-center gap-6"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onPaste={(event: ClipboardEvent) => take(event.clipboardData.files)}
    >
      <AccountAvatar accountId={me.id} size={96} />
      <div className="flex min-w-48 flex-1 flex-col items-start gap-3">
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp"
            aria-label={t("upload")}
            className="hidden"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
          />
          <Button icon={<ImagePlus />} loading={isSending} onClick={() => input.current?.click()}>
            {t("upload")}
          </Button>
          {url && (
            <Button icon={<Trash2 />} variant="ghost" onClick={() => void attempt(() => accounts.removeAvatar({}))}>
              {t("removePicture")}
            </Button>
          )}
          {!url && <EmojiChoice emoji={emoji} onChoose={(next) => choose({ emoji: next })} />}
        </div>
        {url ? (
          <p className="text-ink-muted text-xs">{t("dropHint")}</p>
        ) : (
          <ColorChoice
            label={t("color")}
            colors={avatarColors}
            value={color}
            onValueChange={(next) => choose({ color: next })}
          />
        )}
      </div>
    </fieldset>
  );
}

function EmojiChoice({ emoji, onChoose }: { emoji: string | null; onChoose: (emoji: string | null) => void }) {
  const t = useTranslations("accounts.profileSettings");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Popover
        open={isOpen}
        onOpenChange={setOpen}
        label={t("emoji")}
        className="p-0"
        trigger={<Button icon={emoji ? <span>{emoji}</span> : <SmilePlus />}>{t("emoji")}</Button>}
      >
        <EmojiPicker
          onPick={(picked) => {
            onChoose(picked);
            setOpen(false);
          }}
        />
      </Popover>
      {emoji && (
        <Button variant="ghost" onClick={() => onChoose(null)}>
          {t("initials")}
        </Button>
      )}
    </>
  );
}
