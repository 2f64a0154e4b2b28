// What a writer was told is written. It is noted only after the step's promise has resolved, and forced to the disk.
// Invariant: a line that is whole was acknowledged; one that was cut off in the middle says nothing.
import { fsyncSync, openSync, readFileSync, writeSync } from "node:fs";

/** One acknowledged step, by what it must have left behind. */
export interface Acknowledged {
  readonly step: string;
  /** Entries by number and kind. */
  readonly entries?: readonly (readonly [number, string])[];
  readonly records?: readonly string[];
  readonly claims?: readonly string[];
  /** Sources, each with the SHA-256 of the file it was made from. */
  readonly files?: readonly (readonly [string, string])[];
  /** WACZ packages of captured pages, by hash. */
  readonly packages?: readonly string[];
  /** Finished table imports, with the number of rows they added. */
  readonly batches?: readonly (readonly [string, number])[];
  /** Backups, by path, with the number of entries in them. */
  readonly backups?: readonly (readonly [string, number])[];
  /** Folders of dossiers, with their hashes. */
  readonly dossiers?: readonly (readonly [string, string])[];
  /** Checkpoints: how many entries were signed, and the note. */
  readonly checkpoints?: readonly (readonly [number, string])[];
}

/** A line of the notes: a step begun, a step acknowledged, or the code a step failed with. */
export type Note =
  | { readonly begun: string }
  | { readonly done: Acknowledged }
  | { readonly failed: string };

/** Notes are added one by one; `done` ones are on the disk when the call returns. */
export function noteTaker(path: string): (note: Note) => void {
  const file = openSync(path, "a", 0o600);
  return (note) => {
    writeSync(file, `${JSON.stringify(note)}\n`);
    if ("done" in note) fsyncSync(file);
  };
}

export function readNotes(path: string): Note[] {
  const lines = readFileSync(path, "utf8").split("\n");
  // The last piece is empty, or a line the writer did not live to finish.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Note);
}
