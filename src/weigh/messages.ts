// The sentences this room makes, in one place so that other languages can follow.
const en: Readonly<Record<string, string>> = {
  "episode.unstated": "Event of a kind not stated",
  "status.alive": "Last confirmed alive {date}.",
  "status.place": ", {place}",
  "status.from-to": "{kind}{where}, {from} – {to}.",
  "status.since": "{kind}{where}, since {from}.",
  "status.on": "{kind}{where}, {from}.",
  "status.until": "{kind}{where}, until {to}.",
  "status.undated": "{kind}{where}; when is not known.",
  "history.vault.created": "created the vault",
  "history.member.added": "added a member",
  "history.member.changed": "changed a member",
  "history.file.kept": "kept a file",
  "history.source.added": "added the source",
  "history.source.described": "described the source",
  "history.record.added": "opened a record: {label}",
  "history.claim.added": "said {property}: {value}",
  "history.claim.replaced": "corrected {property} to {value}",
  "history.claim.reviewed": "marked a claim as {state}{reason}",
  "history.claim.graded": "graded a claim {grade}{reason}",
  "history.claim.pinned": "pinned {property}{reason}",
  "history.claim.unpinned": "took away the pin of {property}{reason}",
  "history.statement.added": "recorded a statement: {speaker} {stance}",
  "history.suggestion.rejected": "rejected a suggestion{reason}",
  "history.judgement.made": "judged two records: {verdict}{reason}",
  "history.batch.started": "began a table import",
  "history.batch.finished": "finished a table import: {added} added, {updated} updated",
  "history.batch.undone": "undid a table import{reason}",
  "history.batch.reviewed": "marked a table import as {state}{reason}",
  "history.mapping.saved": "saved a mapping",
  "history.consent.given": "wrote down a consent",
  "history.consent.withdrawn": "wrote down that a consent was withdrawn{reason}",
  "history.withdrawn": "took back an item{reason}",
  "history.brought-back": "brought an item back{reason}",
  "history.erased": "erased {count} entries for safety{reason}",
  "history.emptied": "erased for safety",
  "history.reason": " — {reason}",
};

/** The message with its arguments put in. An unknown key is a mistake of ours and shows as itself. */
export function message(key: string, args: Readonly<Record<string, string | number>> = {}): string {
  return (en[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));
}
