/** One picture as large as the window, and the others of its message to its sides. */

import type { files } from "@althing/contract";
import { Dialog as Part } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type TouchEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { FileName } from "../../../ui/files/file-name.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useByteSize } from "../shown/use-byte-size.ts";
import { useSave } from "../shown/use-save.ts";
import { Picture } from "./picture.tsx";

type Props = { messageId: string; images: readonly files.Attachment[]; at: string; onClose: () => void };

function Opened({ messageId, images, at, onClose }: Props) {
  const t = useTranslations("files.lightbox");
  const popup = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      images.findIndex(({ id }) => id === at),
    ),
  );
  const [isZoomed, setZoomed] = useState(false);
  const image = images[index];
  const isGone = useReplica(({ messages }) => Boolean(messages[messageId]?.deletedAt));
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);

  const go = (next: number) => {
    setZoomed(false);
    setIndex(Math.min(images.length - 1, Math.max(0, next)));
  };
  const press = (event: KeyboardEvent) => {
    const step = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const wanted: Readonly<Record<string, number>> = {
      ArrowRight: index + step,
      ArrowLeft: index - step,
      Home: 0,
      End: images.length - 1,
    };
    const next = isZoomed ? undefined : wanted[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  const swipe = useSwipe((step) => !isZoomed && go(index + step));
  if (!image) return null;
  return (
    <Part.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Part.Portal>
        <Part.Backdrop className="fixed inset-0 z-40 bg-black/90 transition-opacity duration-(--duration-calm) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Part.Popup
          ref={popup}
          initialFocus={popup}
          className="fixed inset-0 z-40 flex flex-col text-white outline-none transition-opacity duration-(--duration-calm) data-ending-style:opacity-0 data-starting-style:opacity-0"
          onKeyDown={press}
        >
          <Head image={image} isZoomed={isZoomed} onZoom={() => setZoomed(!isZoomed)}>
            {images.length > 1 && (
              <span aria-live="polite" className="text-white/80 text-xs tabular-nums">
                {t("position", { at: index + 1, count: images.length })}
              </span>
            )}
          </Head>
          <div className="relative min-h-0 flex-1" {...swipe}>
            <Picture
              key={image.id}
              image={image}
              beside={[images[index - 1], images[index + 1]]}
              isZoomed={isZoomed}
              onZoom={() => setZoomed(!isZoomed)}
              onAside={onClose}
            />
            {images.length > 1 && (
              <>
                <Arrow side="start" label={t("previous")} isEnd={index === 0} onGo={() => go(index - 1)} />
                <Arrow side="end" label={t("next")} isEnd={index === images.length - 1} onGo={() => go(index + 1)} />
              </>
            )}
          </div>
        </Part.Popup>
      </Part.Portal>
    </Part.Root>
  );
}

export const Lightbox = spokenLater("files", Opened);

const onBlack = "text-white/85 hover:bg-white/15 hover:text-white active:bg-white/20 focus-visible:outline-white";

type HeadProps = { image: files.Attachment; isZoomed: boolean; onZoom: () => void; children: ReactNode };

function Head({ image, isZoomed, onZoom, children }: HeadProps) {
  const t = useTranslations("files.lightbox");
  const tShown = useTranslations("files.shown");
  const save = useSave();
  const size = useByteSize()(image.sizeBytes);
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 bg-black/60 ps-4 pe-2">
      <Part.Title className="min-w-0 font-medium text-sm">
        <FileName name={image.name} />
      </Part.Title>
      <span className="shrink-0 text-white/80 text-xs max-sm:hidden">{size}</span>
      <span className="ms-auto flex shrink-0 items-center gap-1">
        {children}
        <IconButton
          className={onBlack}
          label={t(isZoomed ? "fit" : "zoom")}
          icon={isZoomed ? <ZoomOut /> : <ZoomIn />}
          tooltipSide="bottom"
          onClick={onZoom}
        />
        <IconButton
          className={onBlack}
          label={tShown("save", { name: image.name, size })}
          icon={<Download />}
          tooltipSide="bottom"
          onClick={() => save(image)}
        />
        <Part.Close render={<IconButton className={onBlack} label={t("close")} icon={<X />} tooltipSide="bottom" />} />
      </span>
    </header>
  );
}

type ArrowProps = { side: "start" | "end"; label: string; isEnd: boolean; onGo: () => void };

function Arrow({ side, label, isEnd, onGo }: ArrowProps) {
  const Icon = side === "start" ? ChevronLeft : ChevronRight;
  const place = side === "start" ? "start-3" : "end-3";
  return (
    <IconButton
      className={`absolute top-1/2 ${place} size-10! -translate-y-1/2 rounded-full! bg-black/60 [&_svg]:size-6 ${onBlack}`}
      label={label}
      icon={<Icon className="rtl:-scale-x-100" />}
      disabled={isEnd}
      onClick={onGo}
    />
  );
}

const swipePx = 48;

/** A finger drawn sideways leads on. */
function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const began = useRef<{ x: number; y: number }>(undefined);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches.length === 1 ? touches[0] : undefined;
      began.current = touch && { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: ({ currentTarget, changedTouches }: TouchEvent) => {
      const touch = changedTouches[0];
      if (!touch || !began.current) return;
      const [x, y] = [touch.clientX - began.current.x, touch.clientY - began.current.y];
      const forward = getComputedStyle(currentTarget).direction === "rtl" ? 1 : -1;
      if (Math.abs(x) > swipePx && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x * forward > 0 ? 1 : -1);
    },
  };
}
