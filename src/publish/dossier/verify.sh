#!/usr/bin/env bash
# Checks a Guwah dossier with bash, sha256sum, openssl, ssh-keygen and the ordinary file tools; Guwah is not needed.
# Nothing is written but a temporary folder, nothing is sent anywhere.
#
#   bash verify.sh [--signer SHA256:…] [--log KEY] [--dossier FOLDER]
#
# --signer   fingerprint of the key that must have signed the dossier, learned elsewhere: from the group's site, a letter, a filing
# --log      verifier key of the ledger the entries must come from, learned elsewhere
# --dossier  the folder to check, where this script is not the copy inside it (better: a copy inside can be forged with the rest)
#
# Exit: 0 all steps passed, 1 a step failed, 2 the script could not run.
set -uo pipefail
export LC_ALL=C
umask 077

dossier=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd) || exit 2
signer=
log=
while [ $# -gt 0 ]; do
  case $1 in
    --signer) signer=${2-}; shift ;;
    --log) log=${2-}; shift ;;
    --dossier) dossier=${2-}; shift ;;
    *) echo "usage: bash verify.sh [--signer SHA256:…] [--log KEY] [--dossier FOLDER]" >&2; exit 2 ;;
  esac
  shift || { echo "an option lacks its value" >&2; exit 2; }
done
cd -P -- "$dossier" || exit 2

if command -v sha256sum >/dev/null; then
  sha() { sha256sum "$@"; }
elif command -v shasum >/dev/null; then
  sha() { shasum -a 256 "$@"; }
else
  echo "sha256sum is missing" >&2; exit 2
fi
for tool in openssl ssh-keygen find sort comm cut awk sed mktemp; do
  command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 2; }
done
temp=$(mktemp -d) || exit 2
trap 'rm -rf -- "$temp"' EXIT

failures=0
pass() { printf '%-11s ok      %s\n' "$1" "$2"; }
fail() { printf '%-11s FAILED  %s\n' "$1" "$2"; failures=$((failures + 1)); }
# A list is shown to its tenth line; names from a hostile folder could otherwise fill the screen.
some() { head -n 10 "$1" | tr -cd 'A-Za-z0-9._/\n-' | sed 's/^/              /'; }

manifest=manifest-sha256.txt
tags=tagmanifest-sha256.txt
line='^[0-9a-f]{64}  [A-Za-z0-9._/-]+$'
payload='^[0-9a-f]{64}  data/[A-Za-z0-9._/-]+$'

# bytes HEX: the bytes those digits stand for.
bytes() {
  local text=$1 out= i
  for ((i = 0; i < ${#text}; i += 2)); do out+="\\x${text:i:2}"; done
  printf "$out"
}
hash_of() { sha | cut -c1-64; }
hex_of() { od -An -v -tx1 | tr -d ' \n'; }
unbase64() { openssl base64 -d -A 2>/dev/null; }

# ed25519 KEY_HEX SIGNATURE_FILE DATA_FILE: RFC 8410 wraps the raw key.
ed25519() {
  bytes "302a300506032b6570032100$1" > "$temp/key.der"
  openssl pkey -pubin -inform DER -in "$temp/key.der" -out "$temp/key.pem" 2>/dev/null &&
    openssl pkeyutl -verify -pubin -inkey "$temp/key.pem" -rawin -in "$3" -sigfile "$2" >/dev/null 2>&1
}

# vkey TEXT: sets key_name, key_id and key_hex, key_type; fails where the id is not the key's (C2SP signed-note).
vkey() {
  local material
  [[ $1 =~ ^([^+[:space:]]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$ ]] || return 1
  key_name=${BASH_REMATCH[1]} key_id=${BASH_REMATCH[2]}
  material=$(printf %s "${BASH_REMATCH[3]}" | unbase64 | hex_of)
  [ ${#material} -eq 66 ] || return 1
  key_type=${material:0:2} key_hex=${material:2}
  [ "$( { printf '%s\n' "$key_name"; bytes "$material"; } | hash_of | cut -c1-8)" = "$key_id" ]
}

complete() {
  local bad=0
  find . ! -type f ! -type d > "$temp/odd"
  find . -type f | sed 's,^\./,,' | sort > "$temp/found"
  find . -type f | grep -c . > "$temp/lines"
  find . -type f -print0 | tr -cd '\0' | wc -c | tr -d ' ' > "$temp/zeros"
  if [ -s "$temp/odd" ]; then fail complete "links or devices where only files may be:"; some "$temp/odd"; return; fi
  if [ "$(cat "$temp/lines")" != "$(cat "$temp/zeros")" ] || grep -qvE '^[A-Za-z0-9._/-]+$' "$temp/found"; then
    fail complete "file names with signs that no dossier uses"; return
  fi
  if [ ! -f $manifest ] || [ ! -f $tags ]; then fail complete "a manifest is missing"; return; fi
  if grep -qvE "$payload" $manifest || grep -qvE "$line" $tags; then
    fail complete "a manifest has lines of another form"; return
  fi
  cut -c67- $manifest | sort > "$temp/listed"
  cut -c67- $tags | sort > "$temp/listed-tags"
  if [ -n "$(uniq -d "$temp/listed")$(uniq -d "$temp/listed-tags")" ]; then
    fail complete "a manifest names a file twice"; return
  fi
  { cat "$temp/listed" "$temp/listed-tags"; printf '%s\n' $tags $tags.sig; } | sort > "$temp/expected"
  comm -13 "$temp/expected" "$temp/found" > "$temp/planted"
  comm -23 "$temp/expected" "$temp/found" > "$temp/missing"
  if [ -s "$temp/planted" ]; then fail complete "files that no manifest lists:"; some "$temp/planted"; bad=1; fi
  if [ -s "$temp/missing" ]; then fail complete "files that are listed and not there:"; some "$temp/missing"; bad=1; fi
  [ $bad -eq 1 ] || pass complete "$(grep -c . "$temp/found") files, each of them listed"
}

hashes() { # STEP MANIFEST
  if sha -c "$2" > "$temp/sums" 2>/dev/null && ! grep -qv ': OK$' "$temp/sums"; then
    pass "$1" "$(grep -c . "$2") files have the hash $2 gives"
  else
    grep -v ': OK$' "$temp/sums" > "$temp/changed"
    fail "$1" "files changed since $2 was written:"; some "$temp/changed"
  fi
}

names() {
  awk '{ n = split($2, part, "/"); if (part[2] == "files" && substr(part[n], 1, 64) != $1) print $2 }' \
    $manifest > "$temp/misnamed" 2>/dev/null
  if [ -s "$temp/misnamed" ]; then fail names "kept files that are not called by their hash:"; some "$temp/misnamed"
  else pass names "kept files are called by their hash"; fi
}

signature() {
  local found
  if [ "$(grep -c . trust/allowed_signers 2>/dev/null)" != 1 ]; then
    fail signature "trust/allowed_signers must hold one key"; return
  fi
  sed -n 's/^guwah namespaces="guwah-dossier" \(ssh-ed25519 [A-Za-z0-9+/=]*\)$/\1/p' trust/allowed_signers > "$temp/signer.pub"
  found=$(ssh-keygen -l -E sha256 -f "$temp/signer.pub" 2>/dev/null | cut -d' ' -f2)
  if [ -z "$found" ]; then fail signature "trust/allowed_signers holds no key of the right kind"; return; fi
  if ! ssh-keygen -Y verify -f trust/allowed_signers -I guwah -n guwah-dossier -s $tags.sig < $tags >/dev/null 2>&1; then
    fail signature "the key in trust/allowed_signers has not signed $tags"; return
  fi
  if [ -n "$signer" ] && [ "$signer" != "$found" ]; then
    fail signature "signed by $found, not by $signer"; return
  fi
  pass signature "signed by $found"
}

checkpoint() {
  local text ours=0
  awk 'NF == 0 { exit } { print }' proofs/checkpoint > "$temp/body" 2>/dev/null
  awk 'seen { print } NF == 0 { seen = 1 }' proofs/checkpoint > "$temp/signatures" 2>/dev/null
  origin=$(sed -n 1p "$temp/body"); size=$(sed -n 2p "$temp/body")
  root=$(sed -n 3p "$temp/body" | unbase64 | hex_of)
  if [ "$(grep -c . "$temp/body")" != 3 ] || ! [[ $size =~ ^[1-9][0-9]{0,14}$ ]] || [ ${#root} -ne 64 ]; then
    root=; fail checkpoint "proofs/checkpoint is not a checkpoint"; return
  fi
  text=$(cat trust/log.vkey 2>/dev/null)
  if ! vkey "$text" || [ "$key_type" != 01 ] || [ "$key_name" != "$origin" ]; then
    root=; fail checkpoint "trust/log.vkey is not the key of this ledger"; return
  fi
  if [ -n "$log" ] && [ "$log" != "$text" ]; then
    root=; fail checkpoint "the ledger's key is not the one expected"; return
  fi
  signed_by "$temp/body" 64 && ours=1
  if [ $ours -eq 0 ]; then root=; fail checkpoint "the ledger's key has not signed proofs/checkpoint"; return; fi
  pass checkpoint "$size entries under one signed root"
}

# signed_by DATA LENGTH: whether a line of the checkpoint by the key that vkey read holds; a cosignature is 8 bytes of time longer.
signed_by() {
  local dash name material found=1 time
  while read -r dash name material; do
    [ "$dash" = "—" ] && [ "$name" = "$key_name" ] || continue
    material=$(printf %s "$material" | unbase64 | hex_of)
    [ "${material:0:8}" = "$key_id" ] && [ ${#material} -eq $((8 + 2 * $2)) ] || continue
    if [ "$2" -eq 72 ]; then
      time=$((16#${material:8:16}))
      { printf 'cosignature/v1\ntime %d\n' "$time"; cat "$temp/body"; } > "$temp/cosigned"
      bytes "${material:24}" > "$temp/sig"
      ed25519 "$key_hex" "$temp/sig" "$temp/cosigned" || return 1
    else
      bytes "${material:8}" > "$temp/sig"
      ed25519 "$key_hex" "$temp/sig" "$1" || return 1
    fi
    found=0
  done < "$temp/signatures"
  return $found
}

witnesses() {
  local text seen=0 all=0 needed bad=0
  needed=$(cat trust/witnesses-needed 2>/dev/null || echo 0)
  [[ $needed =~ ^[0-9]{1,3}$ ]] || { fail witnesses "trust/witnesses-needed is not a number"; return; }
  [ -f trust/witnesses ] || { pass witnesses "no witnesses were named"; return; }
  while read -r text; do
    all=$((all + 1))
    if ! vkey "$text" || [ "$key_type" != 04 ]; then bad=1; continue; fi
    grep -qF -- "— $key_name " "$temp/signatures" || continue
    if signed_by "$temp/body" 72; then seen=$((seen + 1)); else bad=1; fi
  done < trust/witnesses
  if [ $bad -eq 1 ]; then fail witnesses "a cosignature or a witness's key is forged"
  elif [ $seen -lt "$needed" ]; then fail witnesses "$seen of $all witnesses cosigned, $needed are needed"
  else pass witnesses "$seen of $all witnesses cosigned, $needed needed"; fi
}

# node LEFT RIGHT: RFC 6962 section 2.1.
node() { bytes "01$1$2" | hash_of; }

# included NUMBER LEAF PATH…: RFC 9162 section 2.1.3.2. Nodes that led to the root once are remembered in variables.
included() {
  local index=$1 hash=$2 last=$((size - 1)) level=0 name trail=() step
  shift 2
  for step in "$@"; do
    [[ $step =~ ^[0-9a-f]{64}$ ]] || return 1
    [ $last -gt 0 ] || return 1
    if ((index & 1)) || ((index == last)); then
      hash=$(node "$step" "$hash")
      if ! ((index & 1)); then
        while ((index > 0 && (index & 1) == 0)); do index=$((index >> 1)); last=$((last >> 1)); level=$((level + 1)); done
      fi
    else
      hash=$(node "$hash" "$step")
    fi
    index=$((index >> 1)); last=$((last >> 1)); level=$((level + 1))
    name=node_${level}_${index}
    if [ -n "${!name-}" ]; then
      [ "${!name}" = "$hash" ] || return 1
      remember ${trail[@]+"${trail[@]}"}
      return 0
    fi
    trail+=("$name=$hash")
  done
  [ $last -eq 0 ] && [ "$hash" = "$root" ] && remember ${trail[@]+"${trail[@]}"}
}
remember() { local one; for one in "$@"; do printf -v "${one%%=*}" %s "${one#*=}"; done; }

entries() {
  local number salt path leaf count=0 bad=0
  [ -n "${root-}" ] || { fail entries "there is no checkpoint to hold them against"; return; }
  : > "$temp/proved"
  while IFS=$'\t' read -r number salt path; do
    if ! [[ $number =~ ^(0|[1-9][0-9]{0,14})$ ]] || ! [[ $salt =~ ^[0-9a-f]{64}$ ]] || [ "$number" -ge "$size" ]; then
      bad=1; break
    fi
    leaf=$({ bytes 00; bytes "$( { bytes "$salt"; cat "data/entries/$number.json"; } 2>/dev/null | hash_of)"; } | hash_of)
    # shellcheck disable=SC2086 -- the path is a list of hashes
    if ! included "$number" "$leaf" $path; then bad=1; echo "data/entries/$number.json" >> "$temp/unproved"; continue; fi
    echo "data/entries/$number.json" >> "$temp/proved"
    count=$((count + 1))
  done < proofs/entries
  sort "$temp/proved" > "$temp/proved-sorted"
  grep '^data/entries/' "$temp/found" | comm -13 "$temp/proved-sorted" - > "$temp/unproved" 2>/dev/null
  if [ $bad -eq 1 ] || [ -s "$temp/unproved" ]; then
    fail entries "entries that are not in the ledger the checkpoint signs:"; some "$temp/unproved"
  else
    pass entries "$count entries are in the ledger, word for word"
  fi
}

# seconds TEXT: since 1970; openssl prints a moment as "Nov 24 10:00:00 2026 GMT".
seconds() {
  [ -n "$1" ] || return 1
  date -u -d "$1" +%s 2>/dev/null || date -j -u -f '%b %e %T %Y %Z' "$1" +%s 2>/dev/null
}

# The moment a token states.
token_time() { seconds "$(openssl ts -reply -in "$1" -text 2>/dev/null | sed -n 's/^Time stamp: //p')"; }

# not_revoked NAME WHEN: whether each revocation list kept with this stamp is signed by one of its authority's certificates, was
# good then, and names none of them. Sets lists to how many there are.
not_revoked() {
  local list cert issuer until
  lists=0
  rm -f "$temp"/cert-*
  awk -v to="$temp/cert-" '/BEGIN CERTIFICATE/ { n++ } n { print > (to n) }' "trust/stamps/$1.pem"
  for list in "trust/stamps/$1"-*.crl; do
    [ -f "$list" ] || continue
    lists=$((lists + 1))
    openssl crl -in "$list" -CAfile "trust/stamps/$1.pem" -noout 2>&1 | grep -q '^verify OK$' || return 1
    until=$(seconds "$(openssl crl -in "$list" -noout -nextupdate | cut -d= -f2)") && [ "$until" -gt "$2" ] || return 1
    issuer=$(openssl crl -in "$list" -noout -issuer)
    openssl crl -in "$list" -noout -text | sed -n 's/^ *Serial Number: *//p' > "$temp/revoked"
    for cert in "$temp"/cert-*; do
      [ "$(openssl x509 -in "$cert" -noout -issuer)" = "$issuer" ] || continue
      ! grep -qxF -- "$(openssl x509 -in "$cert" -noout -serial | cut -d= -f2)" "$temp/revoked" || return 1
    done
  done
}

stamps() {
  local token name when count=0 bad=0 revoked=0 listed=0 latest= lists=0
  for token in proofs/stamps/*.tsr; do
    [ -f "$token" ] || continue
    name=${token##*/}; name=${name%.tsr}
    # An authority's certificate may have run out since: what counts is that it was good when it stamped.
    if when=$(token_time "$token") && openssl ts -verify -in "$token" -data "$temp/body" -attime "$when" \
      -CAfile "trust/stamps/$name.pem" -untrusted "trust/stamps/$name.pem" >/dev/null 2>&1; then
      if not_revoked "$name" "$when"; then
        count=$((count + 1)); latest="$latest $when"
        [ "$lists" -eq 0 ] || listed=$((listed + 1))
      else revoked=1; fi
    else bad=1; fi
  done
  if [ $bad -eq 1 ]; then fail stamps "a time stamp does not hold for this checkpoint"
  elif [ $revoked -eq 1 ]; then fail stamps "an authority's certificate is on its revocation list, or the list does not hold"
  elif [ $count -eq 0 ]; then pass stamps "no time stamps: nothing here says when by a third party's clock"
  else pass stamps "$count time stamps, revocation lists with $listed: the checkpoint existed not later than (seconds since 1970)$latest"; fi
}

complete
hashes payload $manifest
hashes tags $tags
names
signature
checkpoint
witnesses
entries
stamps

echo
if [ $failures -gt 0 ]; then
  echo "$failures of 9 steps failed. Do not rely on this dossier; ask whoever gave it to you."
  exit 1
fi
echo "All 9 steps passed."
if [ -z "$signer" ]; then
  echo "Nobody told this script whose signature to expect. Compare the fingerprint above with one you got elsewhere,"
  echo "or run: bash verify.sh --signer SHA256:…   A dossier rewritten as a whole passes every other step."
fi
