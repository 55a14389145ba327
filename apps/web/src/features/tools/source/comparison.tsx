import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classes } from "../../../ui/classes.ts";
import { ScrollArea } from "../../../ui/scroll-area.tsx";
import { align, piecesOf } from "./align.ts";

type Props = { left: readonly string[]; right: readonly string[]; leftTitle: ReactNode; rightTitle: ReactNode };

/** Two texts line by line, side by side; on a phone, where they differ, one below the other. */
export function Comparison({ left, right, leftTitle, rightTitle }: Props) {
  const t = useTranslations("tools.compare");
  const rows = align(left, right);
  return (
    <ScrollArea label={t("label")} className="rounded-lg border border-line">
      <table className="block w-full text-xs">
        <thead className="block bg-sunken text-ink-muted">
          <tr className="grid grid-cols-2">
            <th scope="col" className="px-3 py-2 text-start font-medium">
              <Sign of="before" /> {leftTitle}
            </th>
            <th scope="col" className="border-line border-s px-3 py-2 text-start font-medium">
              <Sign of="now" /> {rightTitle}
            </th>
          </tr>
        </thead>
        <tbody className="block py-1">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
            <tr key={index} className="grid sm:grid-cols-2">
              <Side side="before" own={row.left} other={row.right} isSame={row.isSame} />
              <Side side="now" own={row.right} other={row.left} isSame={row.isSame} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

const looks = {
  before: { line: "bg-danger-soft", word: "bg-danger/20", sign: "−" },
  now: { line: "bg-success-soft", word: "bg-success/20", sign: "+" },
};

const Sign = ({ of: side }: { of: "before" | "now" }) => <span aria-hidden="true">{looks[side].sign}</span>;

type SideProps = { side: "before" | "now"; own: string | undefined; other: string | undefined; isSame: boolean };

function Side({ side, own, other, isSame }: SideProps) {
  const t = useTranslations("tools.compare");
  const look = looks[side];
  const isChanged = own !== undefined && !isSame;
  return (
    <td
      className={classes(
        "flex min-w-0 gap-2 px-3 py-0.5 font-mono leading-5",
        side === "now" && "sm:border-line sm:border-s",
        // What is the same stands once where there is no room for it twice; what is missing takes none.
        (own === undefined || (isSame && side === "now")) && "max-sm:hidden",
        isChanged && look.line,
      )}
    >
      <span aria-hidden="true" className="w-2 shrink-0 select-none text-ink-muted">
        {isChanged && look.sign}
      </span>
      <span dir="auto" className="min-w-0 whitespace-pre-wrap break-words [overflow-wrap:anywhere]">
        {isChanged && <span className="sr-only">{t(side === "now" ? "added" : "removed")} </span>}
        {isChanged ? <Words own={own} other={other} mark={look.word} /> : own}
      </span>
    </td>
  );
}

function Words({ own, other, mark }: { own: string; other: string | undefined; mark: string }) {
  if (other === undefined) return own;
  return piecesOf(own, other).map(({ text, isChanged }, index) =>
    isChanged ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place.
      <mark key={index} className={classes("rounded-xs text-ink", mark)}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
