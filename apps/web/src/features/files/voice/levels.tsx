/** How loud the last seconds were; that it moves says that one is heard. */
export function Levels({ levels }: { levels: readonly number[] }) {
  return (
    <span aria-hidden="true" className="flex h-6 items-center justify-end gap-0.5 overflow-hidden">
      {levels.map((level, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in time, which levels move through.
          key={index}
          className="w-1 shrink-0 rounded-full bg-accent"
          style={{ height: `${Math.max(12, Math.round(level * 100))}%` }}
        />
      ))}
    </span>
  );
}
