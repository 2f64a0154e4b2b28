// A store that has no file: for a copy of the ledger whose files lie beside it.
import { type FileStore, StoreError } from "../../store/index.ts";

const absent = (): never => {
  throw new StoreError("file-missing", "The file lies in the mirror's own folder.");
};

export function withoutFiles(): FileStore {
  return {
    keep: absent,
    // oxlint-disable-next-line require-yield -- there is nothing to yield
    async *read() {
      absent();
    },
    range: absent,
    bytes: absent,
    verify: async () => "missing",
    size: async () => null,
    erase: async () => false,
    nameOf: absent,
    // oxlint-disable-next-line no-empty-function -- there is nothing to list
    async *list() {},
  };
}
