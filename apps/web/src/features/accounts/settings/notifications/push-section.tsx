import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../../connection/index.ts";
import { Button } from "../../../../ui/button.tsx";
import { RadioGroup } from "../../../../ui/radio-group.tsx";
import { Switch } from "../../../../ui/switch.tsx";
import { useToast } from "../../../../ui/toast.tsx";
import { Section } from "../section.tsx";
import { usePreferences } from "../use-preferences.ts";
import { type PushState, readPushState, testPush, turnPushOff, turnPushOn } from "./push.ts";

const kinds = ["mentions", "all", "off"] as const;

/** What is told while Althing is closed: on which devices, and of what. */
export function PushSection() {
  const t = useTranslations("accounts.push");
  const { preferences, change } = usePreferences();
  const { state, isBusy, turn, test } = usePush();
  const kind = preferences?.notifications.push ?? "mentions";
  return (
    <Section title={t("title")} hint={t("hint")}>
      <div className="flex flex-col gap-6">
        <div className="flex flex-wrap items-center gap-3" aria-busy={state === undefined}>
          {state === "off" && (
            <Button variant="primary" icon={<BellRing />} loading={isBusy} onClick={() => turn(true)}>
              {t("turnOn")}
            </Button>
          )}
          {state === "on" && (
            <>
              <Button loading={isBusy} onClick={() => turn(false)}>
                {t("turnOff")}
              </Button>
              <Button variant="ghost" disabled={isBusy} onClick={test}>
                {t("test")}
              </Button>
            </>
          )}
          <p role="status" className="min-w-0 text-ink-muted text-sm">
            {state && t(`states.${state}`)}
          </p>
        </div>
        <RadioGroup
          label={t("what")}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}.label`), hint: t(`kinds.${value}.hint`) }))}
          value={kind}
          onValueChange={(value) => change({ notifications: { push: value } })}
        />
        <Switch
          label={t("excerpts")}
          hint={t("excerptsHint")}
          checked={preferences?.privacy.pushExcerpts ?? true}
          onCheckedChange={(isOn) => change({ privacy: { pushExcerpts: isOn } })}
        />
      </div>
    </Section>
  );
}

function usePush() {
  const t = useTranslations("accounts.push");
  const client = useClient();
  const { show, showProblem } = useToast();
  const [state, setState] = useState<PushState>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    readPushState(client).then(setState, () => setState("off"));
  }, [client]);
  const turn = (isOn: boolean) => {
    setBusy(true);
    const turned = isOn ? turnPushOn(client) : turnPushOff(client);
    turned.then(setState, showProblem).finally(() => setBusy(false));
  };
  const test = () => void testPush(client).then(() => show({ title: t("tested") }), showProblem);
  return { state, isBusy, turn, test };
}
