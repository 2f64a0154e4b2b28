// Benchmarks, printed as JSON. They make what they measure; your vault is not touched.
import { benches } from "../../bench/index.ts";
import { type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";

export const bench: Command = {
  name: "bench",
  usage: "NAME",
  summary: `Measure this machine: ${Object.keys(benches).join(", ")}.`,
  least: 1,
  options: [
    {
      name: "size",
      type: "string",
      value: "N",
      help: "how many rows, records or texts (each bench has its own full size)",
    },
  ],
  async run(call) {
    const make = benches[call.args[0] as string];
    if (make === undefined)
      throw new UsageError(`The benches are: ${Object.keys(benches).join(", ")}.`);
    const size = text(call, "size");
    const count = size === undefined ? undefined : Number(size);
    if (count !== undefined && !(Number.isSafeInteger(count) && count > 0))
      throw new UsageError("--size takes a whole number above 0.");
    const result = await make({
      ...(count === undefined ? {} : { size: count }),
      progress: (done, total, step) => call.terminal.progress(done, total, step),
    });
    call.terminal.progressEnd();
    for (const [name, value] of Object.entries(result))
      call.terminal.line(`${name}: ${JSON.stringify(value)}`);
    return result;
  },
};
