import type { messages } from "@althing/contract";
import { usePanel } from "../../../shell/index.ts";
import { PersonName } from "../../accounts/index.ts";
import { useRowTabIndex } from "./active-row.ts";
import { HoveredPerson } from "./hovered-person.tsx";

export function AuthorName({ author }: { author: messages.Message["author"] }) {
  const { show } = usePanel();
  const tabIndex = useRowTabIndex();
  return (
    <HoveredPerson accountId={author.id}>
      <button
        type="button"
        tabIndex={tabIndex}
        className="min-w-0 truncate rounded-xs text-start font-semibold text-base hover:underline"
        onClick={() => show("profile", author.id)}
      >
        <PersonName accountId={author.id} name={author.name} />
      </button>
    </HoveredPerson>
  );
}
