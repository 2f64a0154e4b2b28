// The door of the demo room: a vault full of invented people, made through the ordinary steps.
export {
  buildDemo,
  type BuildDemoDeps,
  demoColleaguePassphrase,
  demoPassphrase,
} from "./build-demo.ts";
export { type DemoCode, DemoError } from "./errors.ts";
