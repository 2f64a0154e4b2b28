// Every command, in the order in which people meet them.
import type { Command } from "./command.ts";
import { access } from "./commands/access.ts";
import { appeal } from "./commands/appeal.ts";
import { audit } from "./commands/audit.ts";
import { bench } from "./commands/bench.ts";
import { capture } from "./commands/capture.ts";
import { cases } from "./commands/case.ts";
import { checkpoint } from "./commands/checkpoint.ts";
import { collect } from "./commands/collect.ts";
import { consents } from "./commands/consent.ts";
import { count } from "./commands/count.ts";
import { deadline } from "./commands/deadline.ts";
import { dossiers } from "./commands/dossier.ts";
import { publishing } from "./commands/publish.ts";
import { exports } from "./commands/export.ts";
import { integrity } from "./commands/integrity.ts";
import { link } from "./commands/link.ts";
import { mirror } from "./commands/mirror.ts";
import { ocr } from "./commands/ocr.ts";
import { transcript } from "./commands/transcript.ts";
import { people } from "./commands/people.ts";
import { rebuttal } from "./commands/rebuttal.ts";
import { reading } from "./commands/reading.ts";
import { redact } from "./commands/redact.ts";
import { serve } from "./commands/serve.ts";
import { stamp } from "./commands/stamp.ts";
import { submissions } from "./commands/submission.ts";
import { witness } from "./commands/witness.ts";

export const commands: readonly Command[] = [
  ...access,
  serve,
  ...collect,
  capture,
  appeal,
  ocr,
  transcript,
  reading,
  ...people,
  ...link,
  cases,
  deadline,
  redact,
  count,
  ...consents,
  ...dossiers,
  exports,
  ...publishing,
  rebuttal,
  ...submissions,
  ...integrity,
  audit,
  mirror,
  checkpoint,
  stamp,
  witness,
  bench,
];
