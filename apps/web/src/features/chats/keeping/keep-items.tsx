import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, ShieldCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { MenuCheckbox, MenuItem } from "../../../ui/menu-items.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { keeping } from "../openers.ts";
import { keepingKey } from "./keeping-key.ts";

/** Whether a conversation stays whatever the workspace decides; it says how long it would stay otherwise. */
export function KeepItems({ roomId }: { roomId: string }) {
  const t = useTranslations("chats.keep");
  const { chats: api } = useClient();
  const toast = useToast();
  const queries = useQueryClient();
  const queryKey = keepingKey(roomId);
  const { data } = useQuery({ queryKey, queryFn: () => api.getChatKeeping({ roomId }), staleTime: 0 });
  const days = data?.ownDays ?? data?.days;
  const keep = async (kept: boolean) => {
    try {
      await api.keepChat({ roomId, kept });
      await queries.invalidateQueries({ queryKey });
    } catch (problem) {
      toast.showProblem(problem);
    }
  };
  return (
    <>
      <MenuCheckbox
        icon={<ShieldCheck />}
        checked={data?.kept ?? false}
        disabled={!data}
        onCheckedChange={(kept) => void keep(kept)}
      >
        {t("keep")}
        {days != null && !data?.kept && <span className="block text-ink-muted text-xs">{t("else", { days })}</span>}
      </MenuCheckbox>
      {data && !data.kept && (
        <MenuItem icon={<CalendarClock />} onClick={() => keeping.open({ roomId })}>
          {t("own")}
        </MenuItem>
      )}
    </>
  );
}
