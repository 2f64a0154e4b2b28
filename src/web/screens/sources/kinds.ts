// The kinds of source and the languages, as choices.
import { vocabularyOf } from "../../../model/index.ts";
import { languageName, termText } from "../../messages/names.ts";
import type { Option } from "../../parts/index.ts";

export function kindText(kind: string): string {
  return termText("source-kind", kind);
}

export function kindOptions(): readonly Option[] {
  return (vocabularyOf("source-kind")?.terms ?? []).map(({ code }) => ({
    value: code,
    label: kindText(code),
  }));
}

/** The name of a language (BCP 47), or the tag itself. */
export function languageText(tag: string): string {
  return languageName(tag) ?? tag;
}

/** The languages people here write in, first; any other can be typed in the source's description. */
const common = ["kk", "ug", "ru", "zh", "en", "ky", "uz", "tr", "fa", "tg", "mn", "de", "fr"];

export function languageOptions(more = ""): readonly Option[] {
  const tags = more === "" || more === "und" || common.includes(more) ? common : [...common, more];
  return tags.map((tag) => ({ value: tag, label: languageText(tag) }));
}
