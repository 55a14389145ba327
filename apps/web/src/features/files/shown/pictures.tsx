import type { files } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { shownCount } from "../../../ui/files/image-boxes.ts";
import { ImageGrid } from "../../../ui/files/image-grid.tsx";
import type { Wanted } from "../links/links.ts";
import { useLinks, useLinksTo } from "../links/use-links.ts";
import { localUrlOf } from "../uploads/locals.ts";
import { viewing } from "../viewing.ts";

type Props = { messageId: string; pictures: readonly files.Attachment[]; tabIndex?: number | undefined };

/** What is shown small. */
export const smallOf = ({ id, hasPreview }: files.Attachment): Wanted => ({
  id,
  variant: hasPreview ? "preview" : "original",
});

export function Pictures({ messageId, pictures, tabIndex }: Props) {
  const t = useTranslations("files.shown");
  const format = useFormatter();
  const links = useLinks();
  const shown = pictures.slice(0, shownCount);
  const wanted = shown.filter(({ id }) => !localUrlOf(id)).map(smallOf);
  const urls = useLinksTo(wanted);
  const urlOf = (id: string) => localUrlOf(id) ?? (urls[wanted.findIndex((one) => one.id === id)] || undefined);
  const hidden = pictures.length - shownCount;
  return (
    <ImageGrid
      images={pictures.map(({ id, name, width, height }) => ({ id, name, width, height, url: urlOf(id) }))}
      labelOf={({ name }) => t("open", { name })}
      moreLabel={t("more", { count: hidden + 1 })}
      moreCount={`+${format.number(hidden + 1)}`}
      tabIndex={tabIndex}
      onOpen={({ id }) => viewing.open({ messageId, images: pictures, at: id })}
      onBroken={({ id }) => {
        const broken = wanted.find((one) => one.id === id);
        if (broken) links.renew(broken);
      }}
    />
  );
}
