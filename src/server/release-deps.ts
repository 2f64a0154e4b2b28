// What planning a release is given; the same for its exports, which must be of the same contents.
import { CleanPictures, type planRelease } from "../publish/index.ts";
import type { FileStore } from "../store/index.ts";
import type { Asked, Holding } from "./holding.ts";

type OfPictures = Parameters<NonNullable<Parameters<typeof planRelease>[0]["pictures"]>>;

const pictures = new WeakMap<FileStore, CleanPictures>();

export function releaseDeps({ vault }: Pick<Asked, "vault">, holding: Holding) {
  const clean = pictures.get(vault.files) ?? new CleanPictures(vault.files);
  pictures.set(vault.files, clean);
  const { db } = vault.engine;
  return {
    clean,
    deps: {
      db,
      ledger: vault.ledger,
      clock: holding.deps.clock,
      keys: vault.keys,
      pictures: (...of: OfPictures) => clean.of(db, ...of),
    },
  };
}
