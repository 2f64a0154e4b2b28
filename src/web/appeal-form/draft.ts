// What is being filled in, and what becomes of it. Invariant: lives in memory only; empty fields never reach the appeal.
import {
  type Appeal,
  type AppealPerson,
  appealLimits as limits,
  appealVersion,
} from "../../model/index.ts";

export type PersonField = Exclude<keyof AppealPerson, "names">;
export type DraftPerson = { names: string[] } & Record<PersonField, string>;

export interface DraftFile {
  readonly blob: Blob;
  readonly name: string;
  about: string;
}

export interface FormDraft {
  id: string;
  people: DraftPerson[];
  done: string;
  files: DraftFile[];
  sender: { name: string; contact: string; care: string };
  audiences: string[];
  risk: string;
}

export function newPerson(): DraftPerson {
  return {
    names: [""],
    sex: "",
    born: "",
    from: "",
    relation: "",
    taken: "",
    takenFrom: "",
    takenBy: "",
    heldAt: "",
    lastHeard: "",
    happened: "",
    knows: "",
  };
}

export function newDraft(): FormDraft {
  const id = [...crypto.getRandomValues(new Uint8Array(16))];
  return {
    id: id.map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    people: [newPerson()],
    done: "",
    files: [],
    sender: { name: "", contact: "", care: "" },
    audiences: [],
    risk: "",
  };
}

/** Whether anything would be lost. */
export function isTouched({ people, done, files, sender, audiences, risk }: FormDraft): boolean {
  const texts = [done, risk, ...Object.values(sender)];
  for (const { names, ...rest } of people) texts.push(...names, ...Object.values(rest));
  return files.length > 0 || audiences.length > 0 || texts.some((text) => text.trim() !== "");
}

export interface Fault {
  readonly step: number;
  readonly key: "fault.name" | "fault.long" | "fault.inside";
}

/** What keeps the file from being made, the first step first. */
export function faultsOf(draft: FormDraft): Fault[] {
  const faults: Fault[] = [];
  const long = (text: string, most: number): boolean => text.trim().length > most;
  if (draft.people.some(({ names }) => names.every((name) => name.trim() === "")))
    faults.push({ step: 0, key: "fault.name" });
  const tooLong = draft.people.some(({ happened }) => long(happened, limits.words));
  if (tooLong) faults.push({ step: 1, key: "fault.long" });
  if (long(draft.done, limits.words)) faults.push({ step: 2, key: "fault.long" });
  if (long(draft.risk, limits.words)) faults.push({ step: 5, key: "fault.long" });
  if (!draft.audiences.includes("inside")) faults.push({ step: 5, key: "fault.inside" });
  return faults;
}

const filled = <K extends string>(
  fields: Readonly<Record<K, string>>,
): Partial<Record<K, string>> => {
  const kept: Partial<Record<K, string>> = {};
  for (const [name, text] of Object.entries(fields) as [K, string][])
    if (text.trim() !== "") kept[name] = text.trim();
  return kept;
};

/** A plain name inside the archive; the ending stays, so that whoever unpacks it by hand can open it. */
export function entryName(name: string, place: number): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  const number = String(place + 1).padStart(2, "0");
  return `files/${number}${ending === undefined ? "" : `.${ending}`}`;
}

/** The appeal. `now`: ISO time; `language`: of the form as shown. */
export function appealOf(
  draft: FormDraft,
  {
    now,
    language,
    wording,
  }: { readonly now: string; readonly language: string; readonly wording: string },
): Appeal {
  const sender = filled(draft.sender);
  return {
    format: "guwah-appeal",
    version: appealVersion,
    id: draft.id,
    made: now,
    language,
    people: draft.people.map(({ names, ...rest }) => ({
      names: names.map((name) => name.trim()).filter((name) => name !== ""),
      ...(filled(rest) as Partial<Omit<AppealPerson, "names">>),
    })),
    ...filled({ done: draft.done }),
    files: draft.files.map(({ blob, name, about }, i) => ({
      entry: entryName(name, i),
      name: name.trim().slice(-255) || "file",
      bytes: blob.size,
      ...filled({ about }),
    })),
    ...(Object.keys(sender).length === 0 ? {} : { sender }),
    consent: { wording, audiences: draft.audiences, ...filled({ risk: draft.risk }) },
  };
}

/** The draft an appeal was saved from; `files` in its order. */
export function draftOf(appeal: Appeal, files: readonly Blob[]): FormDraft {
  return {
    id: appeal.id,
    people: appeal.people.map(({ names, ...rest }) => ({
      ...newPerson(),
      ...rest,
      names: names.length === 0 ? [""] : [...names],
    })),
    done: appeal.done ?? "",
    files: appeal.files.map(({ name, about = "" }, i) => ({
      blob: files[i] ?? new Blob(),
      name,
      about,
    })),
    sender: { name: "", contact: "", care: "", ...appeal.sender },
    audiences: [...appeal.consent.audiences],
    risk: appeal.consent.risk ?? "",
  };
}
