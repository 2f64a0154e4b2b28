// A page to answer on: what to send, a line for each open item, and how an answer is handled.
// Invariant: promises nothing the program does not do: an answer becomes a source with its statements, shown beside what it answers.
import { name, text } from "../dossier/report-html.ts";
import { titleOf } from "../dossier/report-person.ts";
import type { RebuttalPlan } from "./plan-rebuttal.ts";

const blank = `<p class="blank">${"_".repeat(78)}</p>`;
/** Lines to write on; a file may have hundreds of items. */
const mostLines = 24;

export function replyForm({ person, official, submitter, day }: RebuttalPlan): string {
  const open = official.unanswered;
  const asked = open.slice(0, mostLines);
  const more = open.length - asked.length;
  const to =
    submitter === null
      ? "To whoever handed you this file."
      : `To: ${name(submitter.name)}, ${name(submitter.address)}`;
  return `<section class="form"><h2>Form for an answer</h2>
<p>File ${text(person.file.number)}, ${name(titleOf(person))}, as of ${text(day)}. ${to}</p>
<p>Please send: who answers and in what office; the day; for each line what is so, how it is known, and a copy of the paper it rests on
(an order of arrest or release, a judgment, a certificate); where the person is now, and how a relative can speak with them. Do not
send letters or recordings that anybody was made to make.</p>
<p>Name and office of who answers:</p>${blank}
<p>Where is this person now, and since when?</p>${blank}${blank}
<p>How can a relative speak with this person?</p>${blank}
${asked.map((item, i) => `<p>${i + 1}. ${text(item.label)}: ${item.values.map(name).join("; ")}</p>${blank}`).join("\n")}
${more > 0 ? `<p>and ${more} more of part 4.</p>` : ""}
<p>Place, day, signature:</p>${blank}
<h3>How an answer is handled</h3>
<p>It is kept as it came, with the day on which it came. What it says is written down in its own words, under the name of who says it, and
shown beside what it answers in every later copy of this file. What it does not speak to stays listed in part 4. A general statement on
the policy is listed in part 3 and answers nothing in part 4. Where an answer shows that something here is wrong, it is corrected, and
part 6 tells so.</p></section>`;
}
