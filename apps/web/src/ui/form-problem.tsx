import { Banner } from "./banner.tsx";
import type { ProblemText } from "./problem.ts";

/** What went wrong with a form as a whole, read aloud at once; nothing while nothing did. */
export function FormProblem({ problem }: { problem: ProblemText | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {problem && (
        <Banner tone="danger" className="rounded-md">
          <p className="font-medium">{problem.title}</p>
          {problem.message && <p className="text-ink-muted">{problem.message}</p>}
          {problem.details && (
            <ul className="mt-1 list-disc ps-4">
              {problem.details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          )}
        </Banner>
      )}
    </div>
  );
}
