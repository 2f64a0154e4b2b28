// Every text people see comes through here.
export type { MessageKey } from "./en.ts";
export { locale, number, t, tIf } from "./translate.ts";
