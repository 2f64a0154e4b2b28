// One stamp: what it proves, by whom, to which root it leads, and whether its certificates were looked for on revocation lists.
import type { ReactNode } from "react";
import type { StampView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, Dot, toast } from "../../parts/index.ts";

/** Enough to tell one root from another at a glance; the whole hash is copied. */
const shortDigits = 16;

export function StampRow({
  stamp: { size, authority, notLaterThan, holds, root, revocation },
}: {
  readonly stamp: StampView;
}): ReactNode {
  return (
    <li>
      <div>
        <Dot tone={holds ? "good" : "bad"} /> {t("integrity.sizeOf", { count: size })}{" "}
        {holds ? (
          <>
            {t("integrity.notLater")} <ExactTime at={notLaterThan} />
          </>
        ) : (
          t("integrity.kind.stamp-forged")
        )}
        <div className="quiet">
          <Bidi>{authority}</Bidi> · {t(`integrity.revocation.${revocation}`)}
        </div>
        <div className="quiet">
          {t("integrity.stampRoot")}{" "}
          <span className="integrity__hash" dir="ltr" title={root}>
            {root.slice(0, shortDigits)}…
          </span>
        </div>
      </div>
      <Button
        small
        label={t("integrity.stampRootCopyOf", { name: authority })}
        onPress={() =>
          void navigator.clipboard.writeText(root).then(
            () => toast({ text: t("integrity.stampRootCopied") }),
            () => toast({ text: root }),
          )
        }
      >
        {t("integrity.stampRootCopy")}
      </Button>
    </li>
  );
}

/** "An hour ago" would be no proof: to the minute, and in a zone that is nobody's. */
function ExactTime({ at }: { readonly at: number }): ReactNode {
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} dir="ltr">
      {iso.slice(0, 10)} {iso.slice(11, 16)} UTC
    </time>
  );
}
