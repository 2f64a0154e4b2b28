// A table of a count in the shape the picture takes.
// Invariant: what is held back goes in as null; a picture for members says that it is for them.
import type { DocumentedCount, PictureInput } from "../../api/views.ts";
import type { Told } from "./screen.tsx";
import { locale, number, t } from "../../messages/index.ts";

type CountTable = DocumentedCount["tables"][number];

export function pictureOf(count: Told, table: CountTable, kind: "bars" | "dots"): PictureInput {
  const members = count.audience === "inside" ? ` ${t("figpic.members")}` : "";
  return {
    kind,
    by: table.title,
    words: {
      title: t("counts.peopleBy", { what: table.title }),
      caption: table.rule,
      asOf: count.asOf,
      caveat: `${count.caveat} ${leaning(count)}${members}`,
    },
    rows: [
      ...table.rows.map(({ label, people }) => ({ label, people })),
      { label: t("counts.notKnown"), people: table.notKnown, unknown: true },
    ],
  };
}

/** Whose word it rests on, in one sentence, so that a picture that is passed on says it too. */
function leaning({ whoSpeaks }: Told): string {
  const told = whoSpeaks.rows.map(({ label, people }) => `${label} ${peopleText(people)}`);
  return told.length === 0 ? "" : `${t("counts.whoSpeaks")}: ${told.join(", ")}.`;
}

export function peopleText(people: number | null): string {
  return people === null ? t("counts.heldBack") : number(people);
}

const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });

export function shareOf({ shareNotKnown }: CountTable): string | null {
  return shareNotKnown === null ? null : percent.format(shareNotKnown);
}

const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

export function dateText(iso: string): string {
  return day.format(Date.parse(iso));
}
