// The door of the access room: unlocking, people, roles, sessions, and what is sealed.
export { actorOf } from "./actor.ts";
export { type Attempts, createAttempts, type Sleep } from "./attempts.ts";
export { changePassphrase, type OwnSecret, renewRecoveryCode } from "./change-passphrase.ts";
export {
  type CreatedVault,
  createVault,
  type CreateVaultDeps,
  type NewVault,
} from "./create-vault.ts";
export { type AccessCode, AccessError } from "./errors.ts";
export {
  addMember,
  changeMember,
  deactivateMember,
  listMembers,
  type Member,
  type MembersDeps,
} from "./members.ts";
export { passphraseStrength, type Strength } from "./passphrase-strength.ts";
export {
  type Actor,
  allRoles,
  type GraveStep,
  isSecondPerson,
  needsSealedKey,
  needsSecondPerson,
  requireRight,
  type Right,
  rightsOf,
  rightsOfAll,
} from "./roles.ts";
export { openSealed, sealedHash, type SealedValue, sealValue } from "./sealing.ts";
export { decide, takeBack } from "./second-person/decide.ts";
export { choices, type ProtectedKind, tellsDeath } from "./second-person/needs-second.ts";
export { listDecisions, type WaitingDecision } from "./second-person/list-decisions.ts";
export { chosenKinds } from "./second-person/chosen-kinds.ts";
export { setSecondPerson } from "./second-person/setting.ts";
export { type Written, writeDecision } from "./second-person/write-decision.ts";
export { createSessions, type Session, type Sessions, type SessionsDeps } from "./sessions.ts";
export { readSecret, unlock, type Unlocked } from "./unlock.ts";
