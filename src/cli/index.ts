// The door of the command line: what documentation and tests need of it.
export { commands } from "./commands.ts";
export { helpPage } from "./help.ts";
export { readCall } from "./read-call.ts";
export { printable } from "./terminal.ts";
