import { useTranslations } from "use-intl";
import { Dialog } from "../../ui/dialog.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { useAllCommands, useKeysOf } from "../commands/index.ts";

/** Every key that does something here, under what it belongs to. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shell.shortcuts");
  const keysOf = useKeysOf();
  const groups = Object.entries(Object.groupBy(useAllCommands(), ({ group }) => group));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("hint")} size="large">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for the focus, so that the arrow keys scroll. */}
      <section aria-label={t("title")} tabIndex={0} className="gap-8 sm:columns-2">
        {groups.map(([group, commands = []]) => {
          const keyed = commands.flatMap((command) => {
            const keys = keysOf(command);
            return keys ? [{ ...command, keys }] : [];
          });
          if (keyed.length === 0) return null;
          return (
            <section key={group} className="mb-6 break-inside-avoid">
              <h3 className="mb-1 font-medium text-ink-muted text-xs">{group}</h3>
              <dl>
                {keyed.map(({ id, title, keys }) => (
                  <div key={id} className="flex items-center justify-between gap-4 border-line border-b py-1.5 text-sm">
                    <dt>{title}</dt>
                    <dd>
                      <Kbd keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </section>
    </Dialog>
  );
}
