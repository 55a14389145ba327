/** What a job is called in the program and in the log. */
export function JobName({ name }: { name: string }) {
  return (
    <code dir="ltr" className="font-medium font-mono text-xs">
      {name}
    </code>
  );
}
