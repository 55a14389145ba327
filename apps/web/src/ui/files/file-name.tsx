import { splitName } from "./split-name.ts";

/** A name that is cut in its middle where it is too long: its ending tells what it is. It is read out whole. */
export function FileName({ name, className = "" }: { name: string; className?: string }) {
  const [head, tail] = splitName(name);
  return (
    <bdi title={name} className={`relative flex w-fit min-w-0 max-w-full ${className}`}>
      <span className="sr-only">{name}</span>
      <span aria-hidden="true" className="truncate whitespace-pre">
        {head}
      </span>
      <span aria-hidden="true" className="shrink-0 whitespace-pre">
        {tail}
      </span>
    </bdi>
  );
}
