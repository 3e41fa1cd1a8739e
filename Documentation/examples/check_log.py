"""Checks a log that no one is writing to, by Documentation/EventLogFormat.md and nothing else."""
import hashlib, json, pathlib, re, sys

TABLE = []
for n in range(256):
    for _ in range(8):
        n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
    TABLE.append(n)

def checked(line):
    """The line without its checksum."""
    body, crc = line[:-22], 0xFFFFFFFF
    for byte in body:
        crc = crc >> 8 ^ TABLE[(crc ^ byte) & 255]
    assert line[-22:] == b',"crc32c":"%08x"}\n' % (crc ^ 0xFFFFFFFF), "checksum"
    return body

log = pathlib.Path(sys.argv[1])
sequence, previous, time, ids, erased, named = 0, "0" * 64, "", set(), {}, {}
segments = sorted(p for p in log.iterdir() if re.fullmatch(r"\d{20}\.jsonl", p.name))
for segment in segments:
    first, content = sequence + 1, segment.read_bytes()
    assert int(segment.stem) == first, "a segment is missing"
    for line in content.splitlines(keepends=True):
        body = checked(line)
        header, data = body.split(b',"data":', 1)
        event = json.loads(header + b"}")
        sequence += 1
        assert int(event["sequence"]) == sequence, "sequence"
        assert event["prevhash"] == previous, "chain"
        if event["datahash"] != hashlib.sha256(data).hexdigest():
            redaction = re.fullmatch(rb'{"redacted":(\d+) *}', data)
            assert redaction, "data"
            erased[sequence] = int(redaction[1])
        elif event["type"].endswith(".redacted"):
            named[sequence] = json.loads(data).get("erases", [])
        assert event["time"] >= time and event["id"] not in ids, "time or id"
        previous, time = hashlib.sha256(header).hexdigest(), event["time"]
        ids.add(event["id"])
    seal = segment.with_suffix(".seal")
    if seal.exists():
        values = json.loads(checked(seal.read_bytes()) + b"}")
        assert (int(values["first"]), int(values["last"])) == (first, sequence), "seal"
        assert (values["bytes"], values["head"]) == (len(content), previous), "seal"
    else:
        assert segment == segments[-1], "a seal is missing"
assert all(event in named.get(by, []) for event, by in erased.items()), "erased without a redaction"
print(sequence, "events, head", previous)
