import type { messages } from "@althing/contract";
import { useTranslations } from "use-intl";
import { usePanel } from "../../../shell/index.ts";
import { Tag } from "../../../ui/tag.tsx";
import { PersonHoverCard, PersonName } from "../../accounts/index.ts";
import { useRowTabIndex } from "./active-row.ts";

export function AuthorName({ author }: { author: messages.Message["author"] }) {
  const { show } = usePanel();
  const tabIndex = useRowTabIndex();
  return (
    <>
      <PersonHoverCard accountId={author.id}>
        <button
          type="button"
          tabIndex={tabIndex}
          className="min-w-0 truncate rounded-xs text-start font-semibold text-base hover:underline"
          onClick={() => show("profile", author.id)}
        >
          <PersonName accountId={author.id} name={author.name} />
        </button>
      </PersonHoverCard>
      {author.kind === "assistant" && <AssistantTag />}
    </>
  );
}

function AssistantTag() {
  const t = useTranslations("messages.row");
  return <Tag className="shrink-0 self-center">{t("assistant")}</Tag>;
}
