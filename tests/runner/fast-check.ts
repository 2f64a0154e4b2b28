// The property tests' library, with the same dice every time: what passes once on a machine passes again on the next.
// GUWAH_SEED=random throws fresh ones (`npm run test:seeds`), which is how new failures are looked for; a number repeats a throw.
import fc from "../../node_modules/fast-check/lib/fast-check.js";

const asked = process.env["GUWAH_SEED"] ?? "19990";
if (asked !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });

// Its own shape: every test imports the library by default.
// oxlint-disable-next-line import/no-default-export
export default fc;
