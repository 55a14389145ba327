import { Skeleton } from "../../../ui/skeleton.tsx";

const widths = ["w-3/5", "w-2/5", "w-4/5", "w-1/2", "w-2/3"];

/** Stand where messages are to come. */
export function RowSkeletons({ count }: { count: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <div key={index} className="flex h-15 gap-3 px-4 pt-2.5 md:px-5">
          <Skeleton className="size-9 shrink-0 rounded-md" />
          <div className="flex flex-1 flex-col gap-2 pt-0.5">
            <Skeleton className="h-3 w-28" />
            <Skeleton className={`h-3 ${widths[index % widths.length]}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
