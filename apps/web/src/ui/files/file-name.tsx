import { splitName } from "./split-name.ts";

/** A name that is cut in its middle where it is too long: its ending tells what it is. */
export function FileName({ name, className = "" }: { name: string; className?: string }) {
  const [head, tail] = splitName(name);
  return (
    <bdi title={name} className={`flex min-w-0 ${className}`}>
      <span className="truncate whitespace-pre">{head}</span>
      <span className="shrink-0 whitespace-pre">{tail}</span>
    </bdi>
  );
}
