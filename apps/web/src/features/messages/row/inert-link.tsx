import { createContext, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { fetchPart } from "../../../parts/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useRowTabIndex } from "./active-row.ts";

/** Whether every link asks before it leads anywhere, as in what somebody outside shared. */
export const LinksAsk = createContext(false);

/** An address may be made up so as to carry something out: it is shown whole, and leads there once a reader says so. */
export function InertLink({ address, children }: { address: string; children: ReactNode }) {
  const t = useTranslations("messages");
  const confirm = useConfirm();
  const tabIndex = useRowTabIndex();
  const open = async () => {
    const { questionAbout } = await fetchPart(() => import("./open-address.tsx"));
    if (await confirm(questionAbout(address, t))) window.open(address, "_blank", "noopener,noreferrer");
  };
  return (
    <button type="button" tabIndex={tabIndex} className="inert" title={address} onClick={() => void open()}>
      {children}
    </button>
  );
}
