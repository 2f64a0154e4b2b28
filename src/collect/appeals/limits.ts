// How much of an appeal is taken in. Each limit stops one attack or one accident.
import { appealLimits } from "../../model/index.ts";

/** Bytes of the encrypted file: the files, the JSON, tar blocks, 16 bytes for every 64 KiB; half more where it is ASCII armour. */
export const MAX_APPEAL_BYTES = Math.ceil((appealLimits.allBytes + 6 * 1024 * 1024) * 1.4);
/** Bytes of the age header: each stanza in it costs a multiplication on the curve, and an appeal has one. */
export const MAX_HEADER_BYTES = 8 * 1024;
/** Bytes of the JSON inside. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024;
