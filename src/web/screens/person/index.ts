export { PersonScreen, RecordScreen } from "./screen.tsx";
