// What was sent: when, which version, to whom, and what came back.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { SubmissionsOf } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Bidi, Button, edtfText, Note } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { AddReply } from "./add-reply.tsx";

export function Sent({
  page,
  address,
}: {
  readonly page: SubmissionsOf;
  readonly address: string;
}): ReactNode {
  const [answering, setAnswering] = useState<string | null>(null);
  const may = useMay();
  const titles = new Map<string, string>(page.routes.map(({ route, title }) => [route, title]));
  return (
    <section className="stack" aria-labelledby="sent">
      <h2 id="sent">{t("submissions.sent")}</h2>
      {page.sent.length === 0 ? <p className="quiet">{t("submissions.sentNone")}</p> : null}
      <ul className="submissions__sent">
        {page.sent.map((one) => (
          <li key={one.id} className="sheet stack">
            <div>
              <p>
                {t("submissions.sentLine", {
                  route: titles.get(one.route) ?? one.route,
                  version: one.version,
                  language: t(`submissions.language.${one.language}`),
                })}
              </p>
              <p className="quiet small">
                {t("submissions.sentBy", { day: edtfText(one.on), by: one.by })} ·{" "}
                {termText("audience", one.audience)}
                {one.reference === undefined ? "" : ` · ${one.reference}`}
              </p>
              <p className="quiet small submissions__hash">
                {t("submissions.hash", { hash: one.file })}
              </p>
            </div>
            {one.consentNow === "withdrawn" ? (
              <Note tone="warn">{t("submissions.withdrawn")}</Note>
            ) : null}
            {one.answers.length === 0 ? (
              <p className="quiet">{t("submissions.replyNone")}</p>
            ) : (
              one.answers.map((answer) => (
                <p key={answer.statement}>
                  <Link to="/records/$id" params={{ id: answer.statement }}>
                    <Bidi>{answer.speaker}</Bidi>
                  </Link>
                  {answer.on === undefined ? "" : ` · ${edtfText(answer.on)}`}
                  {answer.reply === undefined
                    ? ""
                    : ` · ${termText("intervention-reply", answer.reply)}`}
                  : “<Bidi>{answer.content}</Bidi>”
                </p>
              ))
            )}
            {may("add") ? (
              <div>
                <Button small onPress={() => setAnswering(one.id)}>
                  {t("submissions.addReply")}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {answering === null ? null : (
        <AddReply
          submission={answering}
          person={page.person}
          address={address}
          onClose={() => setAnswering(null)}
        />
      )}
    </section>
  );
}
