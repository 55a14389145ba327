type Props = { starters: readonly string[]; onAsk: (question: string) => void; className?: string };

/** Questions to begin with; one press asks. */
export function Starters({ starters, onAsk, className = "" }: Props) {
  if (starters.length === 0) return null;
  return (
    <ul className={`flex flex-col gap-1 ${className}`}>
      {starters.map((starter) => (
        <li key={starter}>
          <button
            type="button"
            className="min-h-control w-full rounded-md bg-hover px-2.5 py-1.5 text-start text-sm hover:bg-active"
            onClick={() => onAsk(starter)}
          >
            <span className="line-clamp-2">{starter}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
