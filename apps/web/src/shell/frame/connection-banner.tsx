import { useTranslations } from "use-intl";
import { useLive, useLiveStatus, useOutbox } from "../../connection/index.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { useDelayed } from "../../ui/use-delayed.ts";

/** Hiccups that mend themselves are not worth a word, in milliseconds. */
const patienceMs = 2_000;

/** Says when this device is cut off, and how many messages wait for the line. */
export function ConnectionBanner() {
  const t = useTranslations("shell.connection");
  const live = useLive();
  const status = useLiveStatus();
  const waiting = useOutbox().length;
  const isDown = status.state !== "live" && status.state !== "idle";
  const isWorthAWord = useDelayed(isDown, patienceMs);
  if (!isDown || !isWorthAWord) return null;
  if (status.state === "ended") {
    return (
      <Banner
        tone="warning"
        actions={
          <Button size="small" onClick={() => live.start()}>
            {t("reconnect")}
          </Button>
        }
      >
        {status.reason === "too_many_sockets" ? t("tooMany") : t("ended")}
      </Banner>
    );
  }
  return (
    <Banner tone={status.state === "offline" ? "warning" : "info"}>
      {status.state === "offline" ? t("offline") : t("reconnecting")} {waiting > 0 && t("waiting", { count: waiting })}
    </Banner>
  );
}
