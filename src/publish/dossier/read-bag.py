# Reads a bag as RFC 8493 says, with Python's standard library and nothing of Guwah. For tests: an unrelated reading.
# Prints "valid", or what is wrong; where the Library of Congress's `bagit` is installed, it has to agree.
import hashlib, os, re, sys

bag = sys.argv[1]
faults = []


def digest(path):
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 16):
            found.update(piece)
    return found.hexdigest()


def listed(name):
    with open(os.path.join(bag, name), encoding="utf-8") as file:
        pairs = [line.rstrip("\n").split(None, 1) for line in file]
    return {path: value for value, path in pairs}


with open(os.path.join(bag, "bagit.txt"), encoding="utf-8") as file:
    if file.read() != "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        faults.append("bagit.txt")
payload = listed("manifest-sha256.txt")
tags = listed("tagmanifest-sha256.txt")
for path, value in {**payload, **tags}.items():
    full = os.path.join(bag, path)
    if not os.path.isfile(full) or digest(full) != value:
        faults.append(path)
there = {
    os.path.relpath(os.path.join(folder, name), bag)
    for folder, _, names in os.walk(os.path.join(bag, "data"))
    for name in names
}
faults += sorted(there ^ set(payload))
with open(os.path.join(bag, "bag-info.txt"), encoding="utf-8") as file:
    oxum = re.search(r"^Payload-Oxum: (\d+)\.(\d+)$", file.read(), re.M)
sizes = sum(os.path.getsize(os.path.join(bag, path)) for path in there)
if oxum is None or oxum.groups() != (str(sizes), str(len(there))):
    faults.append("Payload-Oxum")

readers = ["standard library"]
try:
    import bagit
except ImportError:
    pass
else:
    readers.append("bagit " + bagit.VERSION)
    try:
        bagit.Bag(bag).validate()
    except bagit.BagError as error:
        faults.append("bagit: " + str(error))
print("; ".join(faults) if faults else "valid", "by", ", ".join(readers))
sys.exit(1 if faults else 0)
