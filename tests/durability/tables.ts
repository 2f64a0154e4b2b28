// The tables a writer keeps up, without loading the whole program; the test holds them against the program's own.
import {
  caseBoard,
  caseTables,
  consentTables,
  proceedingTables,
  submissionTables,
} from "../../src/act/index.ts";
import { appealTables, interviewTables, pictureTables } from "../../src/collect/index.ts";
import { countTables } from "../../src/count/index.ts";
import { clusters, nameTokenTable } from "../../src/link/index.ts";
import { checkpointTables, custodyTables, stampTables } from "../../src/preserve/index.ts";
import { releaseTables } from "../../src/publish/index.ts";
import { claimTables, peopleTables, sourceTables } from "../../src/store/index.ts";
import { episodePlaceTable, gradingTables } from "../../src/weigh/index.ts";

export const projections = [
  claimTables,
  sourceTables,
  peopleTables,
  nameTokenTable,
  episodePlaceTable,
  gradingTables,
  checkpointTables,
  custodyTables,
  stampTables,
  consentTables,
  caseTables,
  proceedingTables,
  pictureTables,
  submissionTables,
  interviewTables,
  appealTables,
  releaseTables,
  countTables,
];
export const derivations = [clusters, caseBoard];
