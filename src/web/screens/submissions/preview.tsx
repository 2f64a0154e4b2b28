// A submission field by field, in the order of the form, with its footnotes.
import type { ReactNode } from "react";
import type { MadeAnswer } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";

type Content = NonNullable<MadeAnswer["content"]>;

export function Preview({ content }: { readonly content: Content }): ReactNode {
  return (
    <article
      className="submission__paper"
      lang={content.language}
      aria-label={t("submissions.preview")}
      // A long page inside a dialog scrolls by keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {content.sections.map((section, i) => (
        <section key={section.title}>
          <h3>
            {i + 1}. {section.title}
          </h3>
          <dl>
            {section.fields.map((field) => (
              <div key={field.code}>
                <dt>{field.label}</dt>
                {field.lines.map((line) => (
                  <dd key={line.map(({ text }) => text).join("")}>
                    {line.map((run, at) => (
                      // Runs of a line have no identity but their place.
                      // oxlint-disable-next-line react/no-array-index-key
                      <span key={at} className={run.quiet === true ? "quiet" : undefined}>
                        <Bidi>{run.text}</Bidi>
                        {(run.notes ?? []).map((number) => (
                          <sup key={number}>{number}</sup>
                        ))}
                      </span>
                    ))}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ))}
      <h3>{content.annexesTitle}</h3>
      {content.annexes.map((line) => (
        <p key={line} className="submission__annex">
          {line}
        </p>
      ))}
      {content.notes.length === 0 ? null : (
        <ol className="small">
          {content.notes.map((note) => (
            <li key={note}>
              <Bidi>{note}</Bidi>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
