// The original and what was made from it. The original never changes; what is made from it is another file.
import type { ReactNode } from "react";
import type { DerivedFile, EvidenceFile, EvidenceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, sizeText } from "../../parts/index.ts";
import { ExactTime } from "./exact-time.tsx";

export function Files({
  view: { original, derived },
}: {
  readonly view: Pick<EvidenceView, "original" | "derived">;
}): ReactNode {
  return (
    <section className="stack">
      <h2>{t("evidence.original")}</h2>
      {original === null ? (
        <p className="quiet">{t("evidence.originalNone")}</p>
      ) : (
        <OneFile file={original} />
      )}
      <h2>{t("evidence.derived")}</h2>
      {derived.length === 0 ? (
        <p className="quiet">{t("evidence.derivedNone")}</p>
      ) : (
        derived.map((file) => <OneFile key={file.hash} file={file} made={file} />)
      )}
    </section>
  );
}

function OneFile({
  file,
  made,
}: {
  readonly file: EvidenceFile;
  readonly made?: DerivedFile;
}): ReactNode {
  return (
    <dl className="evidence__facts sheet">
      <div className="evidence__wide">
        <dt>{t("evidence.hash")}</dt>
        <dd>
          <code dir="ltr">{file.hash}</code>
        </dd>
      </div>
      {file.name === undefined ? null : (
        <div>
          <dt>{t("evidence.name")}</dt>
          <dd>
            <Bidi>{file.name}</Bidi>
          </dd>
        </div>
      )}
      <div>
        <dt>{t("evidence.size")}</dt>
        <dd>{sizeText(file.size)}</dd>
      </div>
      <div>
        <dt>{t("evidence.type")}</dt>
        <dd>{file.mime}</dd>
      </div>
      <div>
        <dt>{made === undefined ? t("evidence.received") : t("evidence.made")}</dt>
        <dd>
          <ExactTime at={file.at} /> <Bidi>{t("evidence.by", { name: file.by })}</Bidi>
        </dd>
      </div>
      {made === undefined ? null : <Making made={made} />}
    </dl>
  );
}

function Making({ made }: { readonly made: DerivedFile }): ReactNode {
  const parameters = Object.entries(made.parameters ?? {});
  return (
    <>
      <div className="evidence__wide">
        <dt>{t("evidence.from")}</dt>
        <dd>
          <code dir="ltr">{made.from}</code>
        </dd>
      </div>
      {made.tool === undefined ? null : (
        <div>
          <dt>{t("evidence.tool")}</dt>
          <dd>
            <Bidi>{made.tool}</Bidi>
          </dd>
        </div>
      )}
      {parameters.length === 0 ? null : (
        <div>
          <dt>{t("evidence.parameters")}</dt>
          <dd>
            {parameters.map(([name, value]) => (
              <Bidi key={name} className="evidence__parameter">
                {`${name}: ${value}`}
              </Bidi>
            ))}
          </dd>
        </div>
      )}
    </>
  );
}
