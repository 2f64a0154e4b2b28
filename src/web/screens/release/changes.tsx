// What changed since the last release, person by person: who is new, which sections of a page differ, who is no longer shown.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { ReleasePreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Tag } from "../../parts/index.ts";
import { CutList } from "./cut-list.tsx";

const tones = { new: "good", changed: "plain", withdrawn: "bad" } as const;

export function Changes({ plan }: { readonly plan: ReleasePreview }): ReactNode {
  const { changes } = plan.release;
  const who = new Map(
    plan.people.flatMap((one) => (one.number === null ? [] : [[one.number, one]])),
  );
  const byId = new Map(plan.people.map((one) => [one.id, one]));
  const counts = (["new", "changed", "withdrawn"] as const)
    .map((kind) => ({ kind, count: changes.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className="release__part">
      <h2>{t("release.changes")}</h2>
      <p>
        {counts.length === 0
          ? t("release.changesNone")
          : counts.map(({ kind, count }) => t(`release.changes.${kind}`, { count })).join(" · ")}
      </p>
      <CutList
        items={changes}
        keyOf={({ number }) => number}
        row={({ kind, number }) => {
          const id = plan.gone[number] ?? who.get(number)?.id;
          const label = (who.get(number) ?? byId.get(id ?? ""))?.label ?? "";
          const sections = plan.changedIn[number] ?? [];
          return (
            <>
              <span>
                {id === undefined ? null : (
                  <Link to="/people/$id" params={{ id }}>
                    <Bidi>{label === "" ? number : label}</Bidi>
                  </Link>
                )}{" "}
                <small className="quiet">{number}</small>
              </span>
              <span>
                {sections.length === 0 ? null : (
                  <span className="quiet">
                    {sections.map((section) => t(`release.section.${section}`)).join(", ")}{" "}
                  </span>
                )}
                <Tag tone={tones[kind]}>{t(`release.change.${kind}`)}</Tag>
              </span>
            </>
          );
        }}
      />
    </section>
  );
}
