import { ImageOff } from "lucide-react";
import { type CSSProperties, useState } from "react";
import { classes } from "../classes.ts";
import { boxOf, gridRatio, shownCount } from "./image-boxes.ts";

export type GridImage = {
  id: string;
  name: string;
  width: number | null;
  height: number | null;
  /** Undefined until it is known where it is. */
  url: string | undefined;
};

type ImageGridProps = {
  images: readonly GridImage[];
  /** What pressing one does, with its name. */
  labelOf: (image: GridImage) => string;
  /** The same where more lie behind the last one that is shown. */
  moreLabel: string;
  moreCount: string;
  tabIndex?: number;
  onOpen: (image: GridImage) => void;
  /** A picture did not come: its address may have grown old. */
  onBroken?: (image: GridImage) => void;
};

const places: Readonly<Record<number, string>> = { 2: "grid-cols-2", 3: "grid-cols-2 grid-rows-2", 4: "grid-cols-2" };

/** One picture in its own shape, or up to four side by side. The room for them is there before they are. */
export function ImageGrid({ images, labelOf, moreLabel, moreCount, tabIndex, onOpen, onBroken }: ImageGridProps) {
  const [only] = images;
  const shown = images.slice(0, shownCount);
  const isMore = images.length > shownCount;
  if (!only) return null;
  const tile = (image: GridImage, style?: CSSProperties, className?: string) => {
    const isLast = isMore && image === shown.at(-1);
    return (
      <button
        key={image.id}
        type="button"
        tabIndex={tabIndex}
        aria-label={isLast ? undefined : labelOf(image)}
        title={image.name}
        className={classes(
          "relative min-h-0 min-w-0 overflow-hidden rounded-lg border border-line bg-sunken focus-visible:outline-offset-1",
          className,
        )}
        style={style}
        onClick={() => onOpen(image)}
      >
        <Picture key={image.url} image={image} onBroken={onBroken} />
        {isLast && (
          <span className="absolute inset-0 grid place-items-center bg-black/60 font-semibold text-white text-xl">
            <span className="sr-only">{moreLabel}</span>
            <span aria-hidden="true">{moreCount}</span>
          </span>
        )}
      </button>
    );
  };
  if (images.length === 1) return tile(only, boxOf(only), "block max-w-full cursor-zoom-in");
  return (
    <div
      className={classes("grid w-100 max-w-full gap-1", places[shown.length])}
      style={{ aspectRatio: gridRatio(images.length) }}
    >
      {shown.map((image, index) =>
        tile(image, undefined, shown.length === 3 && index === 0 ? "row-span-2 cursor-zoom-in" : "cursor-zoom-in"),
      )}
    </div>
  );
}

function Picture({ image, onBroken }: { image: GridImage; onBroken: ImageGridProps["onBroken"] }) {
  const [isBroken, setBroken] = useState(false);
  if (image.url === undefined) return null;
  if (isBroken) {
    return (
      <span className="absolute inset-0 flex flex-col items-center justify-center gap-1 p-2 text-ink-faint text-xs">
        <ImageOff aria-hidden="true" className="size-5" />
        <span className="max-w-full truncate">{image.name}</span>
      </span>
    );
  }
  return (
    <img
      src={image.url}
      alt={image.name}
      loading="lazy"
      decoding="async"
      draggable={false}
      className="absolute inset-0 size-full object-cover"
      onError={() => {
        setBroken(true);
        onBroken?.(image);
      }}
    />
  );
}
