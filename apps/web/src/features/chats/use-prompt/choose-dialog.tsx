import type { chats } from "@althing/contract";
import { Dialog } from "@base-ui/react/dialog";
import { Command as Cmdk } from "cmdk";
import { Lock, NotebookPen } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { rank } from "../../../shell/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { nameSelected } from "../../../ui/name-selected.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useFinalFocus } from "../../../ui/use-final-focus.ts";
import { type Place, takePrompt } from "../openers.ts";
import { usePrompts } from "../prompts/use-prompts.ts";

type Props = { query: string; place: Place; onClose: () => void };

const mostShown = 50;

/** Finds a prompt by a few letters, for what one writes. */
export function ChooseDialog({ query: first, place, onClose }: Props) {
  const t = useTranslations("chats.choose");
  const finalFocus = useFinalFocus(true);
  const [query, setQuery] = useState(first);
  const { prompts, error, load } = usePrompts();
  const found = rank(query, prompts ?? [], ({ title, description, body }) => [title, description, body], mostShown);
  const take = (prompt: chats.Prompt) => {
    onClose();
    // The closing gives the focus back to where it was; what opens now is to have it after that.
    requestAnimationFrame(() => takePrompt(prompt, place));
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          finalFocus={finalFocus}
          className="fixed inset-x-2 top-2 z-50 mx-auto max-w-xl overflow-hidden rounded-xl border border-line bg-raised shadow-xl outline-none md:top-[12vh]"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Cmdk ref={nameSelected} shouldFilter={false} loop label={t("title")}>
            <Cmdk.Input
              autoFocus
              value={query}
              onValueChange={setQuery}
              placeholder={t("search")}
              className="h-13 w-full border-line border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-faint"
            />
            {error !== undefined && <ErrorState error={error} onRetry={load} />}
            {error === undefined && !prompts && <Skeleton className="m-2 h-40" />}
            {prompts && (
              <>
                <Cmdk.Empty className="px-3 py-8 text-center text-ink-muted text-sm">
                  {prompts.length === 0 ? t("none") : t("nothing", { query })}
                </Cmdk.Empty>
                <Cmdk.List label={t("title")} className="max-h-[min(26rem,70dvh)] overflow-y-auto scroll-py-2 p-2">
                  {found.map((prompt) => (
                    <Cmdk.Item
                      key={prompt.id}
                      value={prompt.id}
                      onSelect={() => take(prompt)}
                      className="flex cursor-default items-center gap-3 rounded-md px-2 py-1.5 text-sm aria-selected:bg-selected"
                    >
                      <span className="grid size-5 shrink-0 place-items-center text-ink-muted">
                        {prompt.shared ? <NotebookPen size={16} /> : <Lock size={16} aria-label={t("private")} />}
                      </span>
                      <span className="flex min-w-0 flex-col">
                        <span className="truncate font-medium">{prompt.title}</span>
                        <span className="truncate text-ink-muted text-xs">{prompt.description || prompt.body}</span>
                      </span>
                    </Cmdk.Item>
                  ))}
                </Cmdk.List>
              </>
            )}
          </Cmdk>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
