/**
 * Scrolls lines of unknown heights. The line at the top of the view stays where it is while pages come before it and
 * heights change; at the end, the end stays in view. Only what is near the view is in the page.
 */
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { classes } from "../../../ui/classes.ts";
import { estimateHeight, type Line } from "./lines.ts";
import { heightOf, positionIn, rememberHeight, rememberPosition } from "./positions.ts";

export type Scroller = {
  toEnd(): void;
  show(key: string, align?: "start" | "center" | "auto"): void;
  element(key: string): HTMLElement | undefined;
};
export type View = {
  first: Line | undefined;
  last: Line | undefined;
  /** The line where the sticky day ends: a divider there takes its place. */
  belowDay: Line | undefined;
  isAtEnd: boolean;
};

/** How far down the sticky day reaches, in pixels. */
const stickyDayPx = 40;
export type Start = { key: string; align: "start" | "center" } | undefined;

type Props = {
  /** Under which name the position is remembered. */
  name: string;
  lines: readonly Line[];
  /** Where to begin: here, else where one was, else at the end. */
  start: Start;
  /** Stays in the page wherever it is, since it has the focus. */
  keptKey: string | undefined;
  onView: (view: View) => void;
  /** Where few lines stand: a room grows up from its end, a thread down from its root. */
  grows: "up" | "down";
  ref: Ref<Scroller>;
  children: (line: Line) => ReactNode;
};

const paddingEnd = 16;
/** What the last one measured: most have the same room. The first one has less than the window. */
let lastRect = { width: innerWidth, height: innerHeight };

/** How near to the end is at the end, in pixels. */
const endThreshold = 24;

export function LineScroller({ name, lines, start, keptKey, grows, onView, ref, children }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const keptIndex = keptKey === undefined ? -1 : lines.findIndex(({ key }) => key === keptKey);
  const before = useRef(lines);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    estimateSize: (index) => likelyHeight(lines[index]),
    // So that what is in view is drawn at once, not when the page was laid out without it.
    initialRect: lastRect,
    initialOffset: () => {
      const begin = beginning(lines, start ?? positionIn(name));
      const above = begin === "end" ? lines : lines.slice(0, begin.index);
      const px = above.reduce((sum, line) => sum + likelyHeight(line), 0);
      return Math.max(0, begin === "end" ? px + paddingEnd - lastRect.height : px + begin.offset);
    },
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range);
        const isKept = keptIndex < 0 || indexes.includes(keptIndex);
        return isKept ? indexes : [...indexes, keptIndex].sort((a, b) => a - b);
      },
      [keptIndex],
    ),
    measureElement: readHeight,
    anchorTo: "end",
    // Who is at the end follows what is appended there. The end of what is loaded is none: they go on reading from it.
    followOnAppend: hasTheEnd(lines) && hasTheEnd(before.current),
    scrollEndThreshold: endThreshold,
    paddingEnd,
    scrollPaddingStart: 44,
    overscan: 6,
    useScrollendEvent: true,
    directDomUpdates: true,
    directDomUpdatesMode: "position",
  });
  before.current = lines;
  useMemo(() => standOnLoaded(virtualizer), [virtualizer]);
  const latest = useRef({ lines, virtualizer });
  latest.current = { lines, virtualizer };

  useImperativeHandle(
    ref,
    () => ({
      toEnd: () => latest.current.virtualizer.scrollToEnd(),
      show(key, align = "auto") {
        const index = latest.current.lines.findIndex((line) => line.key === key);
        if (index >= 0) latest.current.virtualizer.scrollToIndex(index, { align });
      },
      element: (key) => latest.current.virtualizer.elementsCache.get(key) as HTMLElement | undefined,
    }),
    [],
  );

  // What is shown is told once it stays: an older page that comes while a line is sought would take its place.
  const [isSettled, setSettled] = useState(
    () => alignmentOf(beginning(lines, start ?? positionIn(name))) === undefined,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins.
  useLayoutEffect(() => {
    const begin = beginning(lines, start ?? positionIn(name));
    const align = alignmentOf(begin);
    if (begin === "end") virtualizer.scrollToEnd();
    else if (align)
      return settle(
        () => virtualizer.scrollToIndex(begin.index, { align }),
        () => setSettled(true),
      );
    else virtualizer.scrollToOffset((virtualizer.measurementsCache[begin.index]?.start ?? 0) + begin.offset);
  }, []);

  useStayAtEnd(scroll, () => latest.current.virtualizer.scrollToEnd());

  useEffect(() => {
    const { range, scrollRect } = virtualizer;
    if (!range || !isSettled) return;
    lastRect = scrollRect ?? lastRect;
    // It began where the end was thought to be: of a list that turns out to fit, no scrolling tells it otherwise.
    const furthest = Math.max(0, virtualizer.getTotalSize() - lastRect.height);
    const offset = Math.min(virtualizer.scrollOffset ?? 0, furthest);
    const isAtEnd = virtualizer.isAtEnd();
    const top = virtualizer.getVirtualItemForOffset(offset);
    if (isAtEnd) rememberPosition(name, "end");
    else if (top) rememberPosition(name, { key: String(top.key), offset: offset - top.start });
    for (const { key, size } of virtualizer.getVirtualItems()) rememberHeight(String(key), size);
    const below = virtualizer.getVirtualItemForOffset(offset + stickyDayPx);
    onView({
      first: lines[range.startIndex],
      last: lines[range.endIndex],
      belowDay: below && lines[below.index],
      isAtEnd,
    });
  });

  return (
    <div
      ref={scroll}
      data-scroller=""
      className="thin-scroll flex min-h-0 flex-1 flex-col overflow-y-auto overflow-x-hidden overscroll-contain [overflow-anchor:none]"
    >
      <div ref={virtualizer.containerRef} className={classes("relative w-full shrink-0", grows === "up" && "mt-auto")}>
        {virtualizer.getVirtualItems().map(({ key, index }) => {
          const line = lines[index];
          return (
            <div key={key} data-index={index} ref={virtualizer.measureElement} className="absolute inset-x-0">
              {line && children(line)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const hasTheEnd = (lines: readonly Line[]): boolean => lines.at(-1)?.kind !== "newer";

const likelyHeight = (line: Line | undefined): number => (line ? (heightOf(line.key) ?? estimateHeight(line)) : 0);

type Beginning = "end" | { index: number; align: "start" | "center" | undefined; offset: number };

function beginning(lines: readonly Line[], position: Start | ReturnType<typeof positionIn>): Beginning {
  const index = typeof position === "object" ? lines.findIndex(({ key }) => key === position.key) : -1;
  if (typeof position !== "object" || index < 0) return "end";
  return "align" in position
    ? { index, align: position.align, offset: 0 }
    : { index, align: undefined, offset: position.offset };
}

const alignmentOf = (begin: Beginning) => (begin === "end" ? undefined : begin.align);

/** How often a line is sought: as its place is guessed, once what is there was measured, and once what that brought was. */
const seekCount = 3;

/** Seeks a line frame by frame until its place is no guess any more. Gives the way to stop. */
function settle(seek: () => void, onSettled: () => void): () => void {
  let left = seekCount;
  let frame = 0;
  const go = () => {
    if (left-- === 0) return onSettled();
    seek();
    frame = requestAnimationFrame(go);
  };
  go();
  return () => cancelAnimationFrame(frame);
}

/**
 * Where someone has come to the sign that older lines are on their way, what they see is held by the first line below it:
 * held by the sign, which stays the first, they would be led through the whole history page by page.
 */
function standOnLoaded(virtualizer: Virtualizer<HTMLDivElement, Element>): void {
  const find = virtualizer.getVirtualItemForOffset;
  virtualizer.getVirtualItemForOffset = (offset) => {
    const item = find(offset);
    return item?.key === "older" ? (virtualizer.measurementsCache[item.index + 1] ?? item) : item;
  };
}

/**
 * Heights come from the observer alone, after the page was laid out and before it is painted. To ask an element would lay
 * the page out once for each line that comes into it.
 */
function readHeight(
  element: Element,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): number {
  const box = entry?.borderBoxSize[0];
  if (box) return box.blockSize;
  const index = virtualizer.indexFromElement(element);
  return (
    virtualizer.itemSizeCache.get(virtualizer.options.getItemKey(index)) ?? virtualizer.options.estimateSize(index)
  );
}

/** Who sees the end sees it still when the view gets lower: a keyboard opens, the composer grows. */
function useStayAtEnd(scroll: React.RefObject<HTMLDivElement | null>, toEnd: () => void): void {
  const keepEnd = useRef(toEnd);
  keepEnd.current = toEnd;
  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    let isAtEnd = false;
    const look = () => {
      isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= endThreshold;
    };
    look();
    const observer = new ResizeObserver(() => {
      if (isAtEnd) keepEnd.current();
    });
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroll]);
}
