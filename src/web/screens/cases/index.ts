export { Screen as CalendarScreen } from "./calendar.tsx";
export { Screen as CaseScreen } from "./case.tsx";
export { Screen } from "./board.tsx";
export { Screen as WorkloadScreen } from "./workload.tsx";
