import type { chats } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Unlink } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useConnection } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { LanguageMenu } from "../../../shell/outside/lazy-language-menu.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Logo } from "../../../ui/logo.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { useTitle } from "../../../ui/use-title.ts";
import { LinksAsk } from "../../messages/index.ts";
import { branchOf, type Choices } from "./shared-branch.ts";
import { SharedTurn } from "./shared-turn.tsx";

/** What a link shows: a conversation as it was, to be read and nothing else. */
export const SharePage = spokenLater("chats", Shared);

function Shared() {
  const { token } = useParams({ from: "/share/$token" });
  const { chats: api } = useClient();
  const connection = useConnection();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["chats.open_share", token],
    queryFn: async () => {
      const isSignedIn = (await connection.session()) === "signed-in";
      const conversation = isSignedIn ? api.openMemberShare({ token }) : api.openShare({ token });
      return { isSignedIn, conversation: await conversation };
    },
  });
  useTitle(data?.conversation.title ?? "");
  return (
    <div className="flex min-h-dvh flex-col bg-canvas text-ink">
      <Header />
      <main aria-busy={isPending} className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 py-8 sm:px-8 sm:py-12">
        {isPending && <Skeleton className="h-96" />}
        {error && isNothing(error) && <Nothing token={token} />}
        {error && !isNothing(error) && <ErrorState heading="h1" error={error} onRetry={() => void refetch()} />}
        {data && <Conversation conversation={data.conversation} />}
      </main>
    </div>
  );
}

const isNothing = (error: unknown): boolean => (error as { code?: unknown }).code === "share_not_found";

function Header() {
  return (
    <header className="flex items-center justify-between gap-3 border-line border-b px-4 py-3 sm:px-8">
      <Link to="/" className="flex rounded-md" aria-label="Althing">
        <Logo size={24} />
      </Link>
      <Suspense>
        <LanguageMenu />
      </Suspense>
    </header>
  );
}

/** Taken back, ended, or for members: nobody is told which. */
function Nothing({ token }: { token: string }) {
  const t = useTranslations("chats.shared");
  const connection = useConnection();
  const { data: state } = useQuery({ queryKey: ["session"], queryFn: () => connection.session(), staleTime: 0 });
  return (
    <EmptyState
      icon={<Unlink />}
      heading="h1"
      title={t("nothing")}
      className="my-auto"
      actions={
        state === "signed-out" && (
          <Button render={<Link to="/sign-in" search={{ next: `/share/${token}` }} />}>{t("signIn")}</Button>
        )
      }
    >
      {state === "signed-out" ? t("nothingOutside") : t("nothingInside")}
    </EmptyState>
  );
}

function Conversation({ conversation }: { conversation: chats.SharedConversation }) {
  const t = useTranslations("chats.shared");
  const [choices, setChoices] = useState<Choices>(new Map());
  const { title, sharedAt, sharedBy, turns } = conversation;
  const branch = branchOf(turns, choices);
  const date = (): ReactNode => <Timestamp at={sharedAt} format="date" />;
  return (
    <LinksAsk value={true}>
      <header className="border-line border-b pb-6">
        <h1 className="wrap-anywhere text-balance font-semibold text-2xl tracking-tight sm:text-3xl">{title}</h1>
        <p className="mt-2 text-ink-muted text-sm">
          {t.rich("by", { name: sharedBy, date })} · {t("turns", { count: branch.length })}
        </p>
      </header>
      <ol aria-label={t("label")} className="flex flex-col gap-6 py-8">
        {branch.map(({ turn, siblings }) => (
          <SharedTurn
            key={turn.place}
            turn={turn}
            siblings={siblings}
            onChoose={(place) => setChoices(new Map(choices).set(turn.parent, place))}
          />
        ))}
      </ol>
      <footer className="mt-auto border-line border-t pt-5 text-ink-muted text-sm">{t.rich("foot", { date })}</footer>
    </LinksAsk>
  );
}
