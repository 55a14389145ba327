import type { files } from "@althing/contract";
import { type MouseEvent, useState } from "react";
import { classes } from "../../../ui/classes.ts";
import { Spinner } from "../../../ui/spinner.tsx";
import type { Wanted } from "../links/links.ts";
import { useLinks, useLinksTo } from "../links/use-links.ts";
import { smallOf } from "../shown/pictures.tsx";
import { localUrlOf } from "../uploads/locals.ts";

type PictureProps = {
  image: files.Attachment;
  /** Fetched ahead. */
  beside: readonly (files.Attachment | undefined)[];
  isZoomed: boolean;
  onZoom: () => void;
  /** Pressed beside the picture. */
  onAside: () => void;
};

const wholeOf = ({ id }: files.Attachment): Wanted => ({ id, variant: "original" });

/** The small one, which is there already, until the whole one is. */
export function Picture({ image, beside, isZoomed, onZoom, onAside }: PictureProps) {
  const links = useLinks();
  const [isLoaded, setLoaded] = useState(false);
  const local = localUrlOf(image.id);
  const others = beside.flatMap((one) => one ?? []);
  const [whole, small, ...ahead] = useLinksTo([wholeOf(image), smallOf(image), ...others.map(wholeOf)]);
  const url = local ?? whole;
  const asideOnly = (event: MouseEvent) => {
    if (event.target === event.currentTarget) onAside();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and the close button do the same.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      className={classes(
        "absolute flex [container-type:size]",
        isZoomed ? "inset-0 overflow-auto" : "inset-x-2 inset-y-2 sm:inset-x-16",
      )}
      onClick={asideOnly}
    >
      <div className="relative m-auto shrink-0" style={boxOf(image, isZoomed)}>
        {!isLoaded && small && !local && <img src={small} alt="" className={look} />}
        {url && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          <img
            src={url}
            alt={image.name}
            draggable={false}
            className={classes(look, isZoomed ? "cursor-zoom-out" : "cursor-zoom-in")}
            onClick={onZoom}
            onLoad={() => setLoaded(true)}
            onError={() => links.renew(wholeOf(image))}
          />
        )}
        {!url && !small && <Spinner className="absolute inset-0 m-auto size-6" />}
      </div>
      {isLoaded && ahead.filter(Boolean).map((next) => <img key={next} src={next} alt="" hidden />)}
    </div>
  );
}

const look = "absolute inset-0 size-full object-contain";

/** The whole of it in the window, never larger than it is; or, where one looks closely, exactly as large as it is. */
function boxOf({ width, height }: files.Attachment, isZoomed: boolean) {
  if (!width || !height) return { width: "100cqw", height: "100cqh" };
  if (isZoomed) return { width, height };
  return { width: `min(100cqw, ${width}px, 100cqh * ${width / height})`, aspectRatio: `${width} / ${height}` };
}
