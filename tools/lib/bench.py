#!/usr/bin/env python3
"""Reads what the benchmarks measured and prints each target, met or not.

usage: bench.py BUILD SVG [PAGE]

BUILD/measured.json is Google Benchmark's report. Written: BUILD/results.json, with the medians and
the rows that are printed, the plot SVG, and, in PAGE between two comments, the plot and a table of
ratios. The ratios that are compared with targets are of the medians of the repetitions' CPU time;
the plot and table in PAGE show the fastest repetitions.
"""
import collections
import glob
import json
import os
import re
import shlex
import statistics
import subprocess
import sys
from dataclasses import dataclass


def medians(*paths):
    """name -> nanoseconds and counters, over all repetitions in these reports."""
    found = collections.defaultdict(list)
    for path in paths:
        with open(path, encoding="utf-8") as report:
            for run in json.load(report)["benchmarks"]:
                if run["run_type"] == "iteration":
                    found[run["run_name"]].append(run)
    return {name: {
        "ns": statistics.median(run["cpu_time"] for run in runs),
        "best_ns": min(run["cpu_time"] for run in runs),
        "worst_ns": max(run["cpu_time"] for run in runs),
        "bytes_per_second": statistics.median(run.get("bytes_per_second", 0) for run in runs),
        "items_per_second": statistics.median(run.get("items_per_second", 0) for run in runs),
        "allocations": max(run.get("allocations", 0) for run in runs),
    } for name, runs in found.items()}


@dataclass
class Row:
    """One line of the table. `of` names the two benchmarks whose times are divided."""
    what: str
    target: str
    measured: str
    best: str  # the same of the fastest repetitions, to see what is noise
    verdict: str  # met, NOT MET or SKIPPED
    of: str

    def line(self):
        return (f"{self.what:<44} {self.target:>9} {self.measured:>9} {self.best:>8}  "
                f"{self.verdict:<7}  {self.of}")


class Table:
    def __init__(self, times):
        self.times, self.rows = times, []

    def add(self, what, target, value, is_met, of, best=""):
        if value is None:
            self.rows.append(Row(what, target, "-", "", "SKIPPED", f"not measured: {of}"))
        else:
            self.rows.append(Row(what, target, value, best, "met" if is_met else "NOT MET", of))

    def ratio(self, above, below, key="ns"):
        if above not in self.times or below not in self.times:
            return None
        return self.times[above][key] / self.times[below][key]

    def add_ratio(self, what, sign, limit, above, below):
        target, of = f"{sign} {limit:g}x", f"{above} / {below}"
        ratio = self.ratio(above, below)
        if ratio is None:
            self.add(what, target, None, False, of)
            return
        is_met = ratio >= limit if sign == ">=" else ratio <= limit
        best = self.ratio(above, below, "best_ns")
        self.add(what, target, f"{ratio:.2f}x", is_met, of, f"{best:.2f}x")

    def faster(self, what, least, rival, ours):
        """ours is at least `least` times as fast as the rival."""
        self.add_ratio(what, ">=", least, rival, ours)

    def cheap(self, what, most, above, below):
        """The first takes at most `most` times as long as the second."""
        self.add_ratio(what, "<=", most, above, below)

    def unsteady(self):
        return sum(time["worst_ns"] > 1.25 * time["best_ns"] for time in self.times.values())


def decoding_rows(table):
    def xml(what, least, rival, layout, items):
        table.faster(f"XML {what}, {items}", least, f"decode_xml/{rival}/{layout}/{items}",
                     f"decode_xml/ec2wire/{layout}/{items}")

    for items, least in ((1, 7), (20, 9), (1000, 10)):
        xml("EC2's layout", least, "rapidxml", "ec2", items)
    for items, least in ((1, 7), (20, 9), (1000, 9)):
        xml("minified", least, "rapidxml", "minified", items)
    for items, least in ((20, 5), (1000, 7)):
        xml("as moto prints it", least, "rapidxml", "moto", items)
    for layout in ("two_spaces", "tabs", "crlf", "attributes"):
        xml(layout, 5, "rapidxml", layout, 20)
        xml(layout, 9, "rapidxml", layout, 1000)
    for layout in ("shuffled", "unknown_members", "comments", "entities"):
        for items in (1, 20, 1000):
            xml(layout, 1, "rapidxml_checked", layout, items)
    for items in (1, 20, 1000):
        xml("entities, replaced by both", 1, "rapidxml_checked_unescaping", "entities", items)
    table.cheap("XML EC2's layout, 34 MB, beside memcpy", 0.8, "decode_xml/ec2wire/ec2/100000",
                "decode_xml/floor_memcpy/ec2/100000")
    xml("error reply", 5, "rapidxml", "error", 1)
    for items in (1, 20, 1000):
        table.faster(f"XML DescribeInstances, {items}", 3, f"describe_instances/pugixml/{items}",
                     f"describe_instances/ec2wire/{items}")
    for items in (1, 20, 1000):
        table.faster(f"XML DescribeInstances, {items}, beside rapidxml", {1: 3, 20: 6, 1000: 8}[items],
                     f"describe_instances/rapidxml/{items}", f"describe_instances/ec2wire/{items}")
    for items in (20, 1000):
        table.faster(f"XML DescribeInstances as moto prints it, {items}, beside rapidxml",
                     {20: 5, 1000: 7}[items], f"describe_moto/rapidxml/{items}",
                     f"describe_moto/ec2wire/{items}")
    for items in (20, 1000):
        table.faster(f"XML DescribeInstances, few members beside all, {items}", 1.5,
                     f"describe_instances/ec2wire/{items}", f"describe_few_members/ec2wire/{items}")
    for layout in ("", "minified/"):
        for items in (1, 20, 1000):
            table.faster(f"JSON {layout.replace('/', ', ')}{items}", 1.1 if items == 1 else 1.5,
                         f"decode_json/simdjson_by_hand/{layout}{items}",
                         f"decode_json/ec2wire/{layout}{items}")


def encoding_rows(table):
    def encode(what, least, rival):
        table.faster(f"encode {what.replace('/', ', ')}, beside {rival}", least,
                     f"encode/{rival}/{what}", f"encode/ec2wire/{what}")

    # What a client writes by hand: a character at a time, as most do, and in runs, the quicker way.
    for what, slow, quick in (("ids/20", 6, 5.4), ("ids/1000", 6, 5.7), ("dense_text/1024", 4, 2.9),
                              ("clean_text/1024", 6, 3.2)):
        if what.startswith("ids"):
            encode(what, 25, "curl_escape")
        encode(what, slow, "table_push_back")
        encode(what, quick, "table_driven")
    encode("run/1", 4, "table_driven")
    for reply in ("stop", "describe"):
        for items in (1, 20, 1000):
            for rival, least in (("append", 2), ("pugixml", 5), ("pugixml_tree", 10)):
                table.faster(f"encode_xml {reply}, {items}, beside {rival}", least,
                             f"encode_xml/{rival}/{reply}/{items}",
                             f"encode_xml/ec2wire/{reply}/{items}")
    for what in ("ids/20", "run/1"):
        table.faster(f"decode_query {what.replace('/', ', ')}, beside pair_map", 8,
                     f"decode_query/pair_map/{what}", f"decode_query/ec2wire/{what}")


def growth_rows(table):
    sizes = sorted(int(name.split("/")[2]) for name in table.times
                   if name.startswith("growth/items/"))
    if len(sizes) > 1:
        # An odd size is more than twice its half: the time is compared for each item.
        def doubled(size, key="ns"):
            above, below = f"growth/items/{size}", f"growth/items/{size // 2}"
            return 2 * table.ratio(above, below, key) / (size / (size // 2))
        worst = max(sizes[1:], key=doubled)
        table.add(f"items doubled, {sizes[0]} to {sizes[-1]}: worst", "<= 2.3x",
                  f"{doubled(worst):.2f}x", doubled(worst) <= 2.3,
                  f"growth/items/{worst} / growth/items/{worst // 2}",
                  f"{doubled(worst, 'best_ns'):.2f}x")
    for what, size in (("value", 1 << 20), ("comment", 1 << 20), ("attributes", 20000),
                       ("unknown_members", 50000), ("references", 200000)):
        table.cheap(f"{size} {what} doubled".replace("1048576 ", "1 MB "), 2.3,
                    f"growth/{what}/{2 * size}", f"growth/{what}/{size}")


def allocation_rows(table):
    ours = [name for name in table.times
            if re.match(r"(decode_\w+|describe_\w+|encode\w*)/ec2wire/|growth/", name)]
    if ours:
        worst = max(ours, key=lambda name: table.times[name]["allocations"])
        most = table.times[worst]["allocations"]
        table.add("allocations, warm", "0", f"{most:g}", most == 0,
                  f"the most of {len(ours)} benchmarks: {worst}" if most else
                  f"all {len(ours)} benchmarks of ec2wire")


def vector_rows(table, build):
    """The AVX2 build beside the SSE2 one: they ran in turns, and 5% is noise."""
    files = {form: glob.glob(os.path.join(glob.escape(build), f"{form}.*.json"))
             for form in ("sse2", "avx2")}
    if not all(files.values()):
        table.add("AVX2 beside SSE2", ">= 0.95x", None, False, "no AVX2 here, or a filter was given")
        return
    sse2, avx2 = (medians(*paths) for paths in files.values())
    ratios = {name: sse2[name]["ns"] / avx2[name]["ns"] for name in sse2 if name in avx2}
    worst = min(ratios, key=ratios.get)
    table.add(f"AVX2 beside SSE2: worst of {len(ratios)}", ">= 0.95x", f"{ratios[worst]:.2f}x",
              ratios[worst] >= 0.95, worst)
    middle = statistics.median(ratios.values())
    table.add(f"AVX2 beside SSE2: median of {len(ratios)}", ">= 0.95x", f"{middle:.2f}x",
              middle >= 0.95, "build/bench-avx2 beside build/bench")
    table.add("NEON beside scalar", ">= 0.95x", None, False, "not an ARM machine, or not done yet")


def output_of(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def cpu_name():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            for line in info:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return output_of("sysctl", "-n", "machdep.cpu.brand_string") or "unknown CPU"


def conditions(build):
    """What the figures hold for: CPU, compiler, flags and commit."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        command = next(shlex.split(entry["command"]) for entry in json.load(file)
                       if entry["file"].endswith("benchmarks/decode_xml.cpp"))
    flags = [word for word in command if re.match(r"-(O|std=|m|f(?!diagnostics))", word)]
    changed = output_of("git", "status", "--porcelain", "--", "include", "benchmarks")
    commit = output_of("git", "rev-parse", "--short", "HEAD") or "no commit"
    return {
        "cpu": cpu_name(),
        "compiler": output_of(command[0], "--version").splitlines()[0],
        "flags": " ".join(flags),
        "commit": commit + (" with changes" if changed else ""),
    }


COLOURS = {"ec2wire": "#d9622b"}
NAMES = {
    "rapidxml": "RapidXML", "rapidxml_checked": "RapidXML, checked",
    "rapidxml_checked_unescaping": "RapidXML, checked, unescaping",
    "simdjson_by_hand": "simdjson by hand", "curl_escape": "libcurl's escape",
    "table_driven": "an escape table", "table_branchless": "a branchless table",
    "table_push_back": "a table and push_back", "pair_map": "a std::map of the pairs",
    "append": "escape and append by hand", "pugixml_tree": "pugixml, tree included",
}
# Measured to see where the time goes, and no rivals.
VARIANTS = ("ec2wire_buffer", "ec2wire_string", "ec2wire_owned", "pair_map_only")
# What the plot and the table show: a title, and the names of the benchmarks with WHO in them.
PLOT = [
    ("Decode StopInstances, 1000 items, XML as EC2 prints it", "decode_xml/WHO/ec2/1000"),
    ("Decode StopInstances, 20 items, XML as EC2 prints it", "decode_xml/WHO/ec2/20"),
    ("Decode DescribeInstances, 1000 instances, XML", "describe_instances/WHO/1000"),
    ("Encode a request with 20 ids", "encode/WHO/ids/20"),
    ("Decode that request", "decode_query/WHO/ids/20"),
    ("Encode the reply, XML of StopInstances with 20 items", "encode_xml/WHO/stop/20"),
]
TABLE = [
    ("decode StopInstances, 20 items", "decode_xml/WHO/ec2/20"),
    ("decode DescribeInstances, 1000 instances", "describe_instances/WHO/1000"),
    ("decode JSON, 1000 items", "decode_json/WHO/1000"),
    ("encode a request with 20 ids", "encode/WHO/ids/20"),
    ("decode that request", "decode_query/WHO/ids/20"),
    ("encode a reply of StopInstances, 20 items", "encode_xml/WHO/stop/20"),
]


def rates_of(times, pattern):
    """Who to GB/s, the fastest first, and the floors apart."""
    before, after = pattern.split("WHO")
    rates = {name[len(before):len(name) - len(after)]:
             time["bytes_per_second"] * time["ns"] / time["best_ns"] / 1e9
             for name, time in times.items() if name.startswith(before) and name.endswith(after)}
    rates = {who: rate for who, rate in sorted(rates.items(), key=lambda pair: -pair[1])
             if "/" not in who and who not in VARIANTS}
    floors = {who.removeprefix("floor_"): rates.pop(who) for who in list(rates)
              if who.startswith("floor_")}
    return rates, floors


def two_digits(number):
    return f"{number:.2g}" if number < 10 else f"{round(number, 2 - len(str(int(number)))):.0f}"


def table_lines(times, about):
    """Markdown: how fast it is, and how many times as fast as who else."""
    yield "| | GB/s | times as fast as |"
    yield "|---|---|---|"
    for title, pattern in TABLE:
        rates, _ = rates_of(times, pattern)
        ours = rates.pop("ec2wire", None)
        if ours and rates:
            others = "; ".join(f"{NAMES.get(who, who)} **{two_digits(ours / rate)}**"
                               for who, rate in rates.items())
            yield f"| {title} | {two_digits(ours)} | {others} |"
    yield ""
    yield (f"{about['cpu']}, one core; {about['compiler']}, `{about['flags']}`; commit {about['commit']}; the "
           "fastest of many runs. \"Checked\" means that end tags are validated. The tables are loops by hand "
           "that escape run by run, without a branch, and (push_back) a character at a time.")


def put_table(page, svg, times, about):
    """The plot and the table, in place of those that stand there."""
    begin, end = "<!-- tools/bench writes: -->\n", "<!-- so far -->\n"
    with open(page, encoding="utf-8") as file:
        before, rest = file.read().split(begin)
    after = rest.split(end, 1)[1]
    with open(page, "w", encoding="utf-8") as file:
        file.write("\n".join([before + begin + f"![GB/s of ec2wire and of others]({svg})", "",
                              *table_lines(times, about), end + after]))


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Drawing:
    """Bars for each rival, one panel for each question."""
    width, label_width, bar, gap = 760, 150, 18, 5

    def __init__(self):
        self.parts, self.y = [], 0

    def text(self, x, y, words, size=12, anchor="start", weight="normal", fill="#222"):
        self.parts.append(f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" '
                          f'font-weight="{weight}" fill="{fill}">{escaped(words)}</text>')

    def panel(self, times, title, pattern):
        rates, floors = rates_of(times, pattern)
        if "ec2wire" not in rates:
            return
        time = times[pattern.replace("WHO", "ec2wire")]
        size = time["bytes_per_second"] * time["ns"] / 1e9
        self.y += 32
        self.text(16, self.y, f"{title}, {size / 1000:.1f} kB: GB/s", 13, weight="bold")
        self.y += 10
        scale = (self.width - self.label_width - 90) / max(rates.values())
        for who, rate in rates.items():
            self.text(self.label_width, self.y + 14, NAMES.get(who, who), anchor="end")
            self.parts.append(
                f'<rect x="{self.label_width + 8}" y="{self.y}" width="{max(1, rate * scale):.1f}" '
                f'height="{self.bar}" fill="{COLOURS.get(who, "#8a98a8")}"/>')
            self.text(self.label_width + 14 + max(1, rate * scale), self.y + 14, f"{rate:.2f}")
            self.y += self.bar + self.gap
        if floors:
            words = "; ".join(f"{who} of the same bytes {rate:.0f} GB/s"
                              for who, rate in sorted(floors.items()))
            self.text(self.label_width + 8, self.y + 10, f"floors: {words}", 11, fill="#666")
            self.y += 14

    def finish(self, about):
        height = self.y + 56
        self.text(16, self.y + 26, f"{about['cpu']}, one core. {about['compiler']}", 11, fill="#666")
        self.text(16, self.y + 42, f"{about['flags']}. Commit {about['commit']}. Made by tools/bench.",
                  11, fill="#666")
        return "\n".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{height}" '
            f'viewBox="0 0 {self.width} {height}" font-family="sans-serif">',
            f'<rect width="{self.width}" height="{height}" fill="white"/>', *self.parts,
            "</svg>", ""])


def draw(times, about):
    drawing = Drawing()
    for title, pattern in PLOT:
        drawing.panel(times, title, pattern)
    return drawing.finish(about)


def main():
    build, svg, *pages = sys.argv[1:]
    times, about = medians(os.path.join(build, "measured.json")), conditions(build)
    table = Table(times)
    decoding_rows(table)
    encoding_rows(table)
    allocation_rows(table)
    vector_rows(table, build)
    growth_rows(table)

    print("\n".join(f"{key}: {value}" for key, value in about.items()), end="\n\n")
    print(Row("what", "target", "median", "fastest", "", "the ratio of these times").line())
    for row in table.rows:
        print(row.line())
    with open(os.path.join(build, "results.json"), "w", encoding="utf-8") as out:
        json.dump({"conditions": about, "medians": times, "rows": [vars(row) for row in table.rows]},
                  out, indent=1)
    with open(svg, "w", encoding="utf-8") as out:
        out.write(draw(times, about))
    unsteady = f"{table.unsteady()} of {len(times)}"
    for page in pages:
        put_table(page, svg, times, about)
    verdicts = collections.Counter(row.verdict for row in table.rows)
    print(f"\n{unsteady} times differ by more than 25% between repetitions; "
          "on a quiet machine few do")
    print(", ".join([f"written: {build}/results.json", svg, *pages]))
    print(f"{verdicts['met']} met, {verdicts['NOT MET']} not met, {verdicts['SKIPPED']} skipped")


if __name__ == "__main__":
    main()
