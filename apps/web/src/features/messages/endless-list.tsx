import { type ReactNode, useEffect, useRef } from "react";
import { Spinner } from "../../ui/spinner.tsx";

type Props = {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown };
  children: ReactNode;
};

/** A list that fetches its next page before its end comes into view. */
export function EndlessList({ list, children }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && fetchNextPage(), {
      rootMargin: "600px",
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <>
      <ul className="mx-auto flex max-w-3xl flex-col gap-2 px-4 py-4">{children}</ul>
      <div ref={end} className="flex justify-center pb-4">
        {isFetchingNextPage && <Spinner />}
      </div>
    </>
  );
}
