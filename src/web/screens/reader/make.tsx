// Something from a passage: the words above, what it is to become below.
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi, Radios } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { MakeClaim } from "./make-claim.tsx";
import { MakeName } from "./make-name.tsx";
import type { MakeFormProps } from "./make-parts.ts";
import { MakeStatement } from "./make-statement.tsx";

export function Make(props: MakeFormProps): ReactNode {
  const [what, setWhat] = useState(props.making.what);
  const { start, end } = props.making.span;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The window opens on the first thing to say, not on its way out.
    box.current?.querySelector<HTMLElement>("form select, form input, form textarea")?.focus();
  }, []);
  const form = { ...props, making: { ...props.making, what } };
  return (
    <Dialog title={t("make.title")} isOpen onClose={props.onClose} wide>
      <blockquote className="reader-quote">
        <Bidi>{props.text.slice(start, Math.min(end, start + 600))}</Bidi>
        {end - start > 600 ? "…" : ""}
      </blockquote>
      <div className="reader-what">
        <Radios
          label={t("make.what")}
          value={what}
          onChange={setWhat}
          choices={[
            { value: "statement", label: t("make.statement"), hint: t("make.statementHint") },
            { value: "claim", label: t("make.claim"), hint: t("make.claimHint") },
            { value: "name", label: t("make.name"), hint: t("make.nameHint") },
          ]}
        />
      </div>
      <div ref={box}>
        {what === "statement" ? <MakeStatement {...form} /> : null}
        {what === "claim" ? <MakeClaim {...form} /> : null}
        {what === "name" ? <MakeName {...form} /> : null}
      </div>
    </Dialog>
  );
}
