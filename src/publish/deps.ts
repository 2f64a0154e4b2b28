// What the steps of this room are given.
import type { PreserveDeps } from "../preserve/index.ts";
import type { FileStore } from "../store/index.ts";

export interface PublishDeps extends PreserveDeps {
  readonly files: FileStore;
  /** Name and version of the program, as it is told to those who check. */
  readonly program: string;
}
