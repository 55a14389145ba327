import type { assistants, ToldFailure } from "@althing/contract";
import { CircleAlert } from "lucide-react";
import { Suspense } from "react";
import { laterSpoken } from "../../../i18n/index.ts";

const load = () => import("./failure-text.tsx");
const FailureText = laterSpoken("assistants", load, "FailureText");
const PassedOverText = laterSpoken("assistants", load, "PassedOverText");

/** Why there is no answer, or not all of it. */
export function Failure({ failure }: { failure: ToldFailure }) {
  return (
    <p className="flex min-h-5 items-start gap-1.5 text-danger text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
      <CircleAlert aria-hidden="true" />
      <Suspense>
        <FailureText failure={failure} />
      </Suspense>
    </p>
  );
}

/** Why models that were to answer did not, a line each. */
export const PassedOver = ({ models }: { models: assistants.Run["passedOver"] }) => (
  <Suspense>
    <PassedOverText models={models} />
  </Suspense>
);
