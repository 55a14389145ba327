import type { tools } from "@althing/contract";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { SourceIcon } from "../sources/source-icon.tsx";
import { moved } from "./reorder.ts";
import { useSetOrder } from "./use-set-order.ts";

type Props = { sources: readonly tools.ToolSource[]; onClose: () => void };

/** Which source's tools are taken where several do the same. */
export function OrderDialog({ sources, onClose }: Props) {
  const t = useTranslations("tools.order");
  const [ordered, setOrdered] = useState(sources);
  const setOrder = useSetOrder();
  const { submit, pending, problem } = useSubmit(async () => {
    await setOrder(ordered);
    onClose();
  });
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("save")}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <ol className="divide-y divide-line rounded-lg border border-line">
        {ordered.map((source, index) => (
          <li key={source.id} className="flex items-center gap-3 px-3 py-2">
            <span className="w-4 text-end text-ink-faint text-sm tabular-nums">{index + 1}</span>
            <SourceIcon kind={source.kind} />
            <bdi className="min-w-0 flex-1 truncate font-medium">{source.title}</bdi>
            <IconButton
              size="small"
              icon={<ArrowUp />}
              label={t("up", { name: source.title })}
              disabled={index === 0}
              onClick={() => setOrdered(moved(ordered, index, index - 1))}
            />
            <IconButton
              size="small"
              icon={<ArrowDown />}
              label={t("down", { name: source.title })}
              disabled={index === ordered.length - 1}
              onClick={() => setOrdered(moved(ordered, index, index + 1))}
            />
          </li>
        ))}
      </ol>
    </FormDialog>
  );
}
