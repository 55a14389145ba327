import type { tools } from "@althing/contract";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { PriceButton } from "./price-button.tsx";

/** What is behind a source: where it is, as whom it is asked, and when it was looked at. */
export function SourceFacts({ detail }: { detail: tools.ToolSourceDetail }) {
  const t = useTranslations("tools");
  const { connection, slug, auth, header, secretHint, precedence, era, health } = detail;
  const facts: [string, ReactNode][] = [
    [t("facts.kind"), connection.kind === "builtin" ? null : t(`ways.${connection.kind}`)],
    [
      t("facts.address"),
      connection.address && (
        <bdi dir="ltr" className="break-all">
          {connection.address}
        </bdi>
      ),
    ],
    [t("facts.names"), <code key="names" dir="ltr">{`${slug}__…`}</code>],
    [
      t("facts.credential"),
      auth === "header" ? t("facts.header", { name: header ?? "", ending: secretHint ?? "" }) : t(`credential.${auth}`),
    ],
    [t("facts.precedence"), precedence],
    [
      t("price.label"),
      <PriceButton key="price" className="-ms-2.5 -my-1" pattern={`${slug}__*`} name={detail.title} />,
    ],
    [t("facts.era"), era],
    [t("facts.looked"), health.checkedAt && <RelativeTime at={health.checkedAt} />],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== "" && (
            <div key={name} className="contents">
              <dt className="text-ink-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
