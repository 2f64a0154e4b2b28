// What could tell who somebody is, and what was done against it: each line says what was looked at, and by what.
// Invariant: nothing is called checked that the program does not do for this very release.
import type { ReactNode } from "react";
import type { ReleasePreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";

export function Identify({ plan }: { readonly plan: ReleasePreview }): ReactNode {
  const { k, people, release, searchedFor } = plan;
  const stay = (why: string): number => people.filter(({ reason }) => reason === why).length;
  const [held, beside] = [stay("could-be-told"), stay("told-by-difference")];
  const groups = people.flatMap(({ alike }) => (alike === null ? [] : [alike]));
  const pictures = new Set(
    release.people.flatMap((one) => one.pictures.map(({ sha256 }) => sha256)),
  ).size;
  const hashes = release.sources.filter(({ sha256 }) => sha256 !== undefined).length;
  return (
    <section className="release__part">
      <h2>{t("release.could")}</h2>
      <ul className="release__checks">
        <li>
          {groups.length === 0
            ? t("release.couldNoGroups")
            : t("release.couldGroups", {
                count: groups.length,
                least: Math.min(...groups),
                k,
              })}{" "}
          {held === 0 ? "" : t("release.couldSome", { count: held, k })}
        </li>
        {beside === 0 ? null : <li>{t("release.couldBeside", { count: beside })}</li>}
        <li>
          {pictures === 0
            ? t("release.couldNoPictures")
            : t("release.couldPictures", { count: pictures })}
        </li>
        <li>
          {t("release.couldFiles")}{" "}
          {hashes === 0 ? "" : t("release.couldHashes", { count: hashes })}
        </li>
        <li>{t("release.couldNames")}</li>
        <li>{t("release.couldWords", { count: searchedFor })}</li>
      </ul>
    </section>
  );
}
