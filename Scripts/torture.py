#!/usr/bin/env python3
"""Kills presslog in the midst of ingesting, and takes the disk away from it; `make torture` runs it.

kill   SIGKILL at random moments; then the log must verify, and the same command, run again until it
       ends, must give what an undisturbed run gives.
power  The store lies on an ext4 file system of its own, which is shut down under the stopped writer
       (FS_IOC_SHUTDOWN without a flush of the journal: what was not synced is gone), as by a power
       cut. Mounted again, it must hold every source that the command had reported and every line that
       a reader had been shown. Wants root.
"""
import argparse, fcntl, json, os, pathlib, random, shutil, signal, struct, subprocess, sys, tempfile, time

FS_IOC_SHUTDOWN = 0x8004587D  # linux/fs.h, _IOR('X', 125, __u32)
WITHOUT_FLUSH = 2
FEEDS, ITEMS = 40, 60


class Torture:
    def __init__(self, presslog, folder, seed):
        self.presslog, self.folder, self.random = presslog, folder, random.Random(seed)
        self.catalog = folder / "no-catalog"
        self.catalog.mkdir()
        self.sources = [self.write_feed(number) for number in range(FEEDS)]
        start = time.monotonic()
        self.check(self.run("ingest", *self.sources, store=folder / "undisturbed"))
        self.duration = time.monotonic() - start
        self.expected = self.announcements(folder / "undisturbed")
        assert len(self.expected) == FEEDS * ITEMS

    def write_feed(self, number):
        items = "".join(
            f"<item><title>Item {item} of feed {number}</title><guid>{number}-{item}</guid>"
            f"<link>https://example.org/{number}/{item}</link>"
            f"<description>{'What was said in feed %d. ' % number * (5 + item % 7)}</description></item>"
            for item in range(ITEMS))
        path = self.folder / f"feed-{number}.xml"
        path.write_text(f'<rss version="2.0"><channel><title>Feed {number}</title>{items}</channel></rss>')
        return str(path)

    def command(self, *arguments, store):
        return [self.presslog, *arguments, "--store", str(store), "--feeds", str(self.catalog)]

    def run(self, *arguments, store):
        return subprocess.run(self.command(*arguments, store=store), capture_output=True, text=True)

    def check(self, result):
        assert result.returncode == 0, f"exit {result.returncode}: {result.stderr}"
        return result.stdout

    def lines(self, store):
        command = [self.presslog, "log", "cat", "--store", str(store)]
        return self.check(subprocess.run(command, capture_output=True, text=True)).splitlines()

    def announcements(self, store):
        events = [json.loads(line) for line in self.lines(store)]
        return {e["id"]: (e["data"]["title"], e["data"]["text"]) for e in events if e.get("subject")}

    def verify(self, store):
        result = subprocess.run(
            [self.presslog, "verify", "--store", str(store), "--format", "json"],
            capture_output=True, text=True)
        assert result.returncode == 0, f"verify: {result.stdout} {result.stderr}"

    def start(self, store, output):
        self.random.shuffle(self.sources)
        return subprocess.Popen(
            self.command("ingest", *self.sources, store=store), stdout=output,
            stderr=subprocess.DEVNULL)

    def wait_a_moment(self):
        time.sleep(self.random.uniform(0, self.duration))

    def kill(self, wanted):
        killed, finished, store = 0, 0, self.folder / "killed"
        while killed < wanted:
            process = self.start(store, subprocess.DEVNULL)
            self.wait_a_moment()
            process.kill()
            if process.wait() == -signal.SIGKILL:
                killed += 1
            self.verify(store) if store.exists() else None
            if killed % 4 == 0 or process.returncode == 0:
                self.check(self.run("ingest", *self.sources, store=store))
                assert self.announcements(store) == self.expected, f"after {killed} kills"
                finished += 1
                shutil.rmtree(store)
        print(f"kill: {killed} kills, {finished} times gone on to the end: as undisturbed")

    def power(self, wanted):
        image, mount = self.folder / "disk", self.folder / "mount"
        mount.mkdir()
        cut, reported, shown = 0, 0, 0
        for _ in range(wanted):
            image.write_bytes(b"")
            os.truncate(image, 256 << 20)
            subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
            subprocess.run(["mount", "-o", "loop", str(image), str(mount)], check=True)
            try:
                store = mount / "Store"
                with open(self.folder / "report", "w") as report, open(self.folder / "shown", "w") as seen:
                    process = self.start(store, report)
                    reader = subprocess.Popen(
                        [self.presslog, "log", "tail", "-f", "-n", "100000", "--store", str(store)],
                        stdout=seen, stderr=subprocess.DEVNULL)
                    self.wait_a_moment()
                    process.send_signal(signal.SIGSTOP)
                    folder = os.open(mount, os.O_RDONLY)
                    fcntl.ioctl(folder, FS_IOC_SHUTDOWN, struct.pack("I", WITHOUT_FLUSH))
                    os.close(folder)
                    for each in (process, reader):
                        each.kill()
                        each.wait()
            finally:
                subprocess.run(["umount", str(mount)], check=True)
            subprocess.run(["mount", "-o", "loop", str(image), str(mount)], check=True)
            try:
                lines = self.lines(store) if store.exists() else []
                titles = {json.loads(line)["data"].get("title") for line in lines}
                for line in (self.folder / "report").read_text().splitlines():
                    source = line.split(": ")[0]
                    if source not in self.sources:
                        continue
                    number = pathlib.Path(source).stem.split("-")[1]
                    lost = [i for i in range(ITEMS) if f"Item {i} of feed {number}" not in titles]
                    assert not lost, f"{source} was reported, and items {lost} are lost"
                    reported += 1
                seen = [l for l in (self.folder / "shown").read_text().splitlines(True) if l.endswith("\n")]
                assert [l.rstrip("\n") for l in seen] == lines[: len(seen)], "shown, and not there"
                shown += len(seen)
                cut += process.returncode == -signal.SIGKILL
                if store.exists():
                    self.verify(store)
                self.check(self.run("ingest", *self.sources, store=store))
                assert self.announcements(store) == self.expected
                self.verify(store)
            finally:
                subprocess.run(["umount", str(mount)], check=True)
        print(f"power: {cut} of {wanted} cut in time; {reported} reported sources and {shown} shown lines, none lost")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--presslog", default=".build/release/presslog")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--cuts", type=int, default=50)
    parser.add_argument("--seed", type=int, default=time.time_ns() & 0xFFFF)
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(os.path.abspath(options.presslog), pathlib.Path(folder), options.seed)
        torture.kill(options.kills)
        if os.geteuid() == 0:
            torture.power(options.cuts)
        else:
            print("power: skipped, wants root")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as failure:
        sys.exit(f"torture: {failure}")
