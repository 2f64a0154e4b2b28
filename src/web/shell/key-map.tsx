// What `?` shows: every key that means something here and now.
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { Dialog } from "../parts/dialog.tsx";
import { KeyHint } from "../parts/index.ts";
import { useShortcutList } from "./shortcuts.ts";
import type { Shortcut } from "./shortcuts.ts";

function KeyList({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly Shortcut[];
}): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keymap">
        {items.map((item) => (
          <div key={`${item.keys} ${item.label}`}>
            <dt>{item.label}</dt>
            <dd>
              <span className="sr-only">{item.keys}</span>
              <KeyHint
                keys={item.keys
                  .replace("Control", "Ctrl")
                  .replaceAll("+", " ")
                  .replace(/\bl$/, "L")}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function KeyMap({ onClose }: { readonly onClose: () => void }): ReactNode {
  const all = useShortcutList();
  return (
    <Dialog title={t("keys.title")} isOpen onClose={onClose} wide>
      <div className="keymaps">
        <KeyList title={t("keys.here")} items={all.filter((item) => !item.everywhere)} />
        <KeyList title={t("keys.everywhere")} items={all.filter((item) => item.everywhere)} />
      </div>
      <p className="quiet small">{t("keys.off")}</p>
    </Dialog>
  );
}
