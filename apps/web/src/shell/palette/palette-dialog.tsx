import { Dialog } from "@base-ui/react/dialog";
import { Command as Cmdk } from "cmdk";
import { type ReactNode, Suspense, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Kbd } from "../../ui/kbd.tsx";
import { nameSelected } from "../../ui/name-selected.ts";
import { useBackCloses } from "../../ui/use-back-closes.ts";
import { useFinalFocus } from "../../ui/use-final-focus.ts";
import { type Command, useAllCommands, useKeysOf } from "../commands/index.ts";
import { type Feature, type Finder, type Finding, useFeatures } from "../feature.ts";
import { rank } from "../rank.ts";

const mostCommands = 12;

/** Finds rooms, people and commands by a few letters. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shell.palette");
  const [query, setQuery] = useState("");
  const features = useFeatures();
  const finalFocus = useFinalFocus(true);
  useBackCloses(true, onClose);
  const take = (run: () => void) => () => {
    onClose();
    // The closing gives the focus back to where it was; what opens now is to have it after that.
    requestAnimationFrame(run);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          finalFocus={finalFocus}
          className="fixed inset-x-2 top-2 z-50 mx-auto max-w-xl overflow-hidden rounded-xl border border-line bg-raised shadow-xl outline-none md:top-[12vh]"
        >
          <Dialog.Title className="sr-only">{t("open")}</Dialog.Title>
          <Cmdk ref={nameSelected} shouldFilter={false} loop label={t("open")}>
            <Cmdk.Input
              autoFocus
              value={query}
              onValueChange={setQuery}
              placeholder={t("placeholder")}
              className="h-13 w-full border-line border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-faint"
            />
            {/* Beside the list, which holds nothing but options. */}
            <Cmdk.Empty className="px-3 py-8 text-center text-ink-muted text-sm">{t("nothing", { query })}</Cmdk.Empty>
            <Cmdk.List label={t("open")} className="max-h-[min(26rem,70dvh)] overflow-y-auto scroll-py-2 p-2">
              {features.map((feature) => (
                <FoundBy key={feature.name} feature={feature} query={query} take={take} />
              ))}
              <Commands query={query} take={take} />
            </Cmdk.List>
          </Cmdk>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type Taking = { query: string; take: (run: () => void) => () => void };

function FoundBy({ feature, ...taking }: Taking & { feature: Feature }) {
  const { useFinder, LaterFinder } = feature;
  return (
    <>
      {useFinder && <Hooked useFinder={useFinder} {...taking} />}
      {LaterFinder && (
        <Suspense>
          <LaterFinder>{(finder) => <Findings finder={finder} {...taking} />}</LaterFinder>
        </Suspense>
      )}
    </>
  );
}

const Hooked = ({ useFinder, ...taking }: Taking & { useFinder: () => Finder }) => (
  <Findings finder={useFinder()} {...taking} />
);

function Findings({ finder, query, take }: Taking & { finder: Finder }) {
  const found = useMemo(() => finder.find(query), [finder, query]);
  if (found.length === 0) return null;
  return (
    <Group heading={finder.group}>
      {found.map((finding: Finding) => (
        <Item key={finding.id} value={finding.id} onSelect={take(finding.run)} icon={finding.icon}>
          <span className="truncate">{finding.title}</span>
          {finding.hint && (
            <span className="min-w-0 flex-1 truncate text-ink-muted">
              <bdi>{finding.hint}</bdi>
            </span>
          )}
        </Item>
      ))}
    </Group>
  );
}

function Commands({ query, take }: Taking) {
  const t = useTranslations("shell.palette");
  const commands = useAllCommands();
  const keysOf = useKeysOf();
  const found = rank(query, commands, ({ title, keywords, group }: Command) => [title, keywords, group], mostCommands);
  if (found.length === 0) return null;
  return (
    <Group heading={t("commands")}>
      {found.map((command) => {
        const { id, title, icon: Icon, run } = command;
        const keys = keysOf(command);
        return (
          <Item key={id} value={id} onSelect={take(run)} icon={Icon && <Icon size={16} />}>
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {keys && <Kbd keys={keys} />}
          </Item>
        );
      })}
    </Group>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Cmdk.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-muted [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Cmdk.Group>
  );
}

type ItemProps = { value: string; onSelect: () => void; icon: ReactNode; children: ReactNode };

function Item({ value, onSelect, icon, children }: ItemProps) {
  return (
    <Cmdk.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 cursor-default items-center gap-3 rounded-md px-2 text-sm aria-selected:bg-selected"
    >
      <span className="grid size-5 shrink-0 place-items-center text-ink-muted">{icon}</span>
      {children}
    </Cmdk.Item>
  );
}
