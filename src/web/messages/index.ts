// Every text people see comes through here.
export type { MessageKey } from "./en.ts";
export { Message } from "./message.tsx";
export type { MessageArgs } from "./translate.ts";
export { locale, number, t, tIf } from "./translate.ts";
