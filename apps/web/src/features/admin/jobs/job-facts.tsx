import type { admin } from "@althing/contract";
import type { ReactNode } from "react";

/** Few facts about a job in one line, with the ids of what it is about. */
export function JobFacts({ subject, children }: { subject: admin.JobSubject; children: ReactNode }) {
  return (
    <p className="flex flex-wrap gap-x-3 text-ink-muted text-xs">
      {children}
      {Object.entries(subject.ids).map(([field, id]) => (
        <span key={field} dir="ltr" className="wrap-anywhere font-mono">
          {field} {id}
        </span>
      ))}
    </p>
  );
}
