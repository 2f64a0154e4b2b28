// What can be wrong with an appeal, as a closed union of codes.
// Invariant: a message never holds what the appeal says.
import { GuwahError } from "../../runtime/index.ts";

export type AppealCode =
  | "appeal/no-key"
  | "appeal/no-form"
  | "appeal/not-an-appeal"
  | "appeal/another-key"
  | "appeal/broken"
  | "appeal/newer"
  | "appeal/unknown";

const status: Record<AppealCode, number> = {
  "appeal/no-key": 409,
  "appeal/no-form": 503,
  "appeal/not-an-appeal": 422,
  "appeal/another-key": 422,
  "appeal/broken": 422,
  "appeal/newer": 422,
  "appeal/unknown": 404,
};

const said: Record<AppealCode, string> = {
  "appeal/no-key":
    "The group has no key for appeals yet. A keeper makes one in Settings or with guwah appeal key --new.",
  "appeal/no-form":
    "The form is not built on this computer. Start Guwah once, or run npm run build.",
  "appeal/not-an-appeal":
    "Expected the .age file an appeal form made; this is something else. Ask for the file itself, not a picture of it.",
  "appeal/another-key":
    "This file was encrypted to a key this vault does not hold. Was the form made by another group?",
  "appeal/broken": "The file is not whole, or was not made by an appeal form. Ask for it again.",
  "appeal/newer": "This appeal was made with a newer form. Update Guwah, then open it again.",
  "appeal/unknown": "There is no such appeal in the vault.",
};

export class AppealError extends GuwahError {
  declare readonly code: AppealCode;
  constructor(
    code: AppealCode,
    options: { readonly cause?: unknown; readonly field?: string } = {},
  ) {
    const { cause, field } = options;
    super(code, status[code], said[code], {
      ...(cause === undefined ? {} : { cause }),
      ...(field === undefined ? {} : { details: { field } }),
    });
  }
}
