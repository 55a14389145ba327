import { Link, Navigate, useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { type SettingsPage, settingsGroups, useFeatures } from "../feature.ts";
import { Page } from "../page.tsx";

/** The settings: a list of pages that the features give, and the chosen one. */
export function SettingsScreen() {
  const { slug, page: path } = useParams({ from: "/w/$slug/settings/$page" });
  const pages = useFeatures().flatMap(({ settings = [] }) => settings);
  const current = pages.find((page) => page.path === path);
  if (!current) return <Navigate to="/w/$slug/settings/$page" params={{ slug, page: pages[0]?.path ?? "" }} replace />;
  return <Settings slug={slug} pages={pages} current={current} />;
}

type SettingsProps = { slug: string; pages: readonly SettingsPage[]; current: SettingsPage };

function Settings({ slug, pages, current }: SettingsProps) {
  const t = useTranslations("shell.settings");
  // A translation on all pages, so that the hooks stay the same from page to page.
  const title = current.useTitle();
  return (
    <Page title={title} heading={<p className="truncate font-semibold text-base">{t("title")}</p>}>
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <nav
          aria-label={t("title")}
          className="flex shrink-0 gap-4 overflow-x-auto border-line border-b p-2 lg:w-56 lg:flex-col lg:overflow-y-auto lg:border-e lg:border-b-0 lg:p-3"
        >
          {settingsGroups.map((group) => (
            <div key={group} className="flex shrink-0 lg:flex-col">
              <h2 className="hidden px-2 py-1 font-medium text-ink-muted text-xs lg:not-only:block">{t(group)}</h2>
              {pages.map((page) => page.group === group && <SettingsLink key={page.path} page={page} slug={slug} />)}
            </div>
          ))}
        </nav>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto max-w-2xl px-4 py-6 md:px-8 lg:py-10">
            <h1 className="mb-6 font-semibold text-xl">{title}</h1>
            <Suspense>
              <current.Component key={current.path} />
            </Suspense>
          </div>
        </div>
      </div>
    </Page>
  );
}

const always = () => true;

function SettingsLink({ page, slug }: { page: SettingsPage; slug: string }) {
  const { path, icon: Icon, useTitle, useIsVisible = always } = page;
  const title = useTitle();
  const showWhenChosen = (link: HTMLAnchorElement | null) => {
    if (link?.ariaCurrent === "page") link.scrollIntoView({ block: "nearest", inline: "center" });
  };
  if (!useIsVisible()) return null;
  return (
    <Link
      ref={showWhenChosen}
      to="/w/$slug/settings/$page"
      params={{ slug, page: path }}
      className="flex h-8 items-center gap-2 whitespace-nowrap rounded-md px-2 text-ink-muted text-sm lg:h-auto lg:min-h-8 lg:whitespace-normal lg:py-1 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-ink"
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      {title}
    </Link>
  );
}
