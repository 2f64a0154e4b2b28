// A submission as one page of HTML, from which its PDF is made.
// Invariant: everything from the vault is escaped; no script, no style sheet and no address outside it.
import type { Content, Run } from "./content.ts";

export function submissionHtml(content: Content): string {
  const sections = content.sections.map(
    (section, i) =>
      `<h2>${i + 1}. ${text(section.title)}</h2>${section.fields
        .map(
          (field, j) =>
            `<p class="label">${i + 1}.${j + 1} ${text(field.label)}</p>${field.lines.map((line) => `<p class="line">${line.map(run).join("")}</p>`).join("")}`,
        )
        .join("")}`,
  );
  const notes = content.notes.map((note) => `<li>${text(note)}</li>`).join("");
  return `<!doctype html>
<html lang="${text(content.language)}"><head><meta charset="utf-8"><title>${text(content.title)}</title>
<style>body{font-family:serif;font-size:10.5pt}h1{font-size:15pt}h2{font-size:12pt;margin-top:14pt}.label{font-size:8.5pt;font-weight:bold;color:#5a5a5a;margin:6pt 0 0}.line{margin:1pt 0 1pt 14pt}.quiet{color:#5a5a5a}.foot{font-size:8.5pt;color:#5a5a5a}ol{font-size:8.5pt}</style></head>
<body><h1>${text(content.title)}</h1>${content.head.map((line) => `<p class="quiet">${text(line)}</p>`).join("")}
${sections.join("\n")}
<h2>${text(content.annexesTitle)}</h2>${content.annexes.map((line) => `<p>${text(line)}</p>`).join("")}
${notes === "" ? "" : `<hr><ol>${notes}</ol>`}
<p class="foot">${text(content.foot)}</p></body></html>
`;
}

function run({ text: words, quiet, notes = [] }: Run): string {
  const marks = notes.map((number) => `<sup>${number}</sup>`).join(" ");
  const shown = `<bdi>${text(words).replaceAll("\n", "<br>")}</bdi>`;
  return `${quiet === true ? `<span class="quiet">${shown}</span>` : shown}${marks}`;
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const text = (words: string): string => words.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);
