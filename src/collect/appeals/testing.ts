// Appeals as a form would make them, and as somebody who means harm would. Everyone in them is invented.
import { Encrypter } from "age-encryption";
import { type Appeal, appealEntry, type ArchiveEntry, writeArchive } from "../../model/index.ts";

/** An appeal for one invented person, changed by `more`. */
export function newAppeal(more: Partial<Appeal> = {}): Appeal {
  return {
    format: "guwah-appeal",
    version: 1,
    id: "0123456789abcdef0123456789abcdef",
    made: "2026-03-04T10:00:00.000Z",
    language: "en",
    people: [
      {
        names: ["Ерлан Ойдантегі", "Erlan Oidantegi"],
        sex: "male",
        born: "12 March 1971",
        from: "the invented village of Birinchi",
        relation: "brother",
        taken: "spring 2018",
        takenFrom: "his home",
        takenBy: "four men in plain clothes",
        lastHeard: "before the second winter",
        happened: "They came at night.\nNobody has said where he is.",
        knows: "told-by-another",
      },
    ],
    done: "We wrote to the invented county office twice.",
    files: [],
    sender: { name: "Gulnar Oidantegi", contact: "+7 000 000 00 00", care: "only in the evening" },
    consent: { wording: "appeal form 1", audiences: ["inside", "un-quiet"] },
    ...more,
  };
}

/** The encrypted file of an appeal with these files in it, as the form writes it. */
export async function sealedAppeal(
  recipient: string,
  appeal: Appeal,
  files: readonly (ArchiveEntry & { readonly called: string })[] = [],
): Promise<Uint8Array> {
  const listed = files.map(({ name, called, bytes }) => ({
    entry: name,
    name: called,
    bytes: bytes.length,
  }));
  const json = JSON.stringify({ ...appeal, files: [...appeal.files, ...listed] });
  return sealedBytes(
    recipient,
    writeArchive([{ name: appealEntry, bytes: new TextEncoder().encode(json) }, ...files]),
  );
}

/** Any bytes, encrypted to the recipient: what an attacker can always make. */
export async function sealedBytes(recipient: string, bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}
