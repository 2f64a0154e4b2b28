// What lies beside a mirror for whoever finds it with the passphrase and without the vault.
export const restoring = `This folder is a mirror of a Guwah vault. Everything in it is encrypted.

files/        each file of the vault, under the name it has there
ledger.guwah  the ledger at the time of the last mirror, in the form of a backup without files
vault.json    the slots that a passphrase or recovery code opens

To make a vault of it again, into an empty folder:

  GUWAH_HOME=/path/to/new/vault guwah restore ledger.guwah
  GUWAH_HOME=/path/to/new/vault guwah audit --repair --from /path/to/this/folder

The restore says that files are missing; the audit then brings them in from here, each decrypted and hashed on the way.
`;
