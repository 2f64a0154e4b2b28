export { ForeignNote } from "./foreign-note.tsx";
export { Screen } from "./screen.tsx";
