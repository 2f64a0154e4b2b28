// The form in which lists are made of sources.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Actions, Bidi, Button, TextField } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import { findSources } from "../../parts/find.ts";
import { type DraftList, freshList } from "./overlap-draft.ts";

const most = 5;

export function Lists({
  lists,
  onChange,
}: {
  readonly lists: readonly DraftList[];
  readonly onChange: (lists: readonly DraftList[]) => void;
}): ReactNode {
  const change = (key: string, to: Partial<DraftList>): void =>
    onChange(lists.map((list) => (list.key === key ? { ...list, ...to } : list)));
  return (
    <>
      {lists.map((list, i) => (
        <OneList
          key={list.key}
          list={list}
          n={String(i + 1)}
          onChange={(to) => change(list.key, to)}
          onDrop={
            lists.length <= 2
              ? undefined
              : () => onChange(lists.filter(({ key }) => key !== list.key))
          }
        />
      ))}
      {lists.length >= most ? null : (
        <div>
          <Button onPress={() => onChange([...lists, freshList()])}>{t("overlap.addList")}</Button>
        </div>
      )}
    </>
  );
}

function OneList({
  list: { key, name, sources },
  n,
  onChange,
  onDrop,
}: {
  readonly list: DraftList;
  readonly n: string;
  readonly onChange: (to: Partial<DraftList>) => void;
  readonly onDrop: (() => void) | undefined;
}): ReactNode {
  return (
    <section className="counts-list sheet" aria-labelledby={`list-${key}`}>
      <h3 id={`list-${key}`}>{t("overlap.list", { n })}</h3>
      <TextField
        label={t("overlap.name", { n })}
        value={name}
        onChange={(value) => onChange({ name: value })}
        maxLength={100}
      />
      {sources.length === 0 ? (
        <p className="quiet small">{t("overlap.noSources")}</p>
      ) : (
        <ul className="counts-sources">
          {sources.map(({ id, label }) => (
            <li key={id}>
              <Bidi>{label}</Bidi>
              <Button
                small
                label={t("overlap.dropSource", { source: label, n })}
                onPress={() => onChange({ sources: sources.filter((one) => one.id !== id) })}
              >
                {t("overlap.drop")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Chooser
        // A new one after each choice, empty again.
        key={sources.length}
        kind="sources"
        label={t("overlap.addSource", { n })}
        value={null}
        find={findSources}
        onChange={(found) => {
          if (found !== null && sources.every(({ id }) => id !== found.id))
            onChange({ sources: [...sources, found] });
        }}
      />
      {onDrop === undefined ? null : (
        <Actions>
          <Button small onPress={onDrop}>
            {t("overlap.dropList", { n })}
          </Button>
        </Actions>
      )}
    </section>
  );
}
