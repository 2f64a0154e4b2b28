// Which cases the board shows. Kept in memory while one looks elsewhere.
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import type { CaseFilter, MemberRef } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Select } from "../../parts/index.ts";
import type { Option } from "../../parts/index.ts";
import { useKept } from "../../shell/kept.ts";

const nobody = "nobody";

export interface KeptFilter {
  readonly filter: CaseFilter;
  readonly isOn: boolean;
  readonly clear: () => void;
  readonly fields: readonly {
    readonly key: "assignee" | "priority" | "kind";
    readonly value: string;
    readonly set: (value: string) => void;
  }[];
}

export function useCaseFilter(): KeptFilter {
  const [assignee, setAssignee] = useKept("cases.assignee");
  const [priority, setPriority] = useKept("cases.priority");
  const [kind, setKind] = useKept("cases.kind");
  return {
    filter: {
      ...(assignee === "" ? {} : { assignee: assignee === nobody ? null : assignee }),
      ...(priority === "" ? {} : { priority }),
      ...(kind === "" ? {} : { kind }),
    },
    isOn: assignee + priority + kind !== "",
    clear: () => {
      setAssignee("");
      setPriority("");
      setKind("");
    },
    fields: [
      { key: "assignee", value: assignee, set: setAssignee },
      { key: "priority", value: priority, set: setPriority },
      { key: "kind", value: kind, set: setKind },
    ],
  };
}

/** The terms of a vocabulary as choices. */
export function termOptions(vocabulary: string): readonly Option[] {
  return (vocabularyOf(vocabulary)?.terms ?? []).map(({ code }) => ({
    value: code,
    label: termText(vocabulary, code),
  }));
}

export const memberOptions = (members: readonly MemberRef[]): readonly Option[] =>
  members.map(({ id, name }) => ({ value: id, label: name }));

export function Filter({
  kept,
  members,
}: {
  readonly kept: KeptFilter;
  readonly members: readonly MemberRef[];
}): ReactNode {
  const options = {
    assignee: [{ value: nobody, label: t("cases.nobody") }, ...memberOptions(members)],
    priority: termOptions("case-priority"),
    kind: termOptions("case-kind"),
  };
  return (
    <fieldset className="cases-filter fieldset" aria-label={t("cases.filter")}>
      {kept.fields.map(({ key, value, set }) => (
        <Select
          key={key}
          label={t(`cases.${key}`)}
          value={value}
          onChange={set}
          options={options[key]}
          empty={t(key === "assignee" ? "cases.everybody" : "cases.any")}
        />
      ))}
    </fieldset>
  );
}
