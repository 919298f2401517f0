"""Lays code out as clang-format would with the project's .clang-format.

Not in general: for the few forms that a header of shapes has.
"""
import textwrap

COLUMNS = 100


def fits(line):
    return len(line) <= COLUMNS


def comment(text, indent=""):
    width = COLUMNS - len(indent) - 3
    return [f"{indent}// {line}" for line in textwrap.wrap(text, width, break_long_words=False,
                                                            break_on_hyphens=False)]


def assigned(left, right, indent=""):
    """left = right; on one line, or two, or three."""
    line = f"{indent}{left} = {right};"
    if fits(line):
        return [line]
    line = f"{indent}    {right};"
    if fits(line):
        return [f"{indent}{left} =", line]
    template, bracket, rest = right.partition("<")
    return [f"{indent}{left} =", f"{indent}    {template}{bracket}", f"{indent}        {rest};"]


def member(type_, name, indent):
    """A member with its {}."""
    line = f"{indent}{type_} {name}{{}};"
    if fits(line):
        return [line]
    lines = _broken(type_, indent) if not fits(indent + type_) else [indent + type_]
    return [*lines, f"{indent}    {name}{{}};"]


def _broken(type_, indent):
    """A type over more lines than one: after its first bracket or that of its last list, where the
    rest has room in a line; else also between the arguments of its last template."""
    cuts = [type_.index("<") + 1]
    cuts += [type_.rindex(b) + len(b) for b in (" list<", "map_entry<") if b in type_]
    for cut in cuts:
        if fits(f"{indent}    {type_[cut:]}"):
            return [indent + type_[:cut], f"{indent}    {type_[cut:]}"]
    lines = _beside(type_, indent)
    if not all(fits(line) for line in lines):
        cut = cuts[1] if len(cuts) > 1 else cuts[0]
        lines = [indent + type_[:cut], *_beside(type_[cut:], indent + "    ")]
    if not all(fits(line) for line in lines):
        begin, entry, arguments = type_.partition("map_entry<")
        lines = [indent + begin + entry,
                 *(f"{indent}    {a}" for a in arguments.replace(", ", ",\n", 1).split("\n"))]
    return lines


def _beside(type_, indent):
    """The arguments of a map's entry, or of the last template, below each other."""
    begin, entry, arguments = type_.partition("map_entry<")
    if entry:
        first, _, last = arguments.partition(", ")
        return [f"{indent}{begin}{entry}{first},", " " * len(indent + begin + entry) + last]
    first, _, last = type_.rpartition(", ")
    return [f"{indent}{first},", " " * (len(indent) + first.rfind("<") + 1) + last]


def table(head, rows, indent):
    """The rows of a table: (arguments, traits). Short ones of like width are set in columns."""
    whole = [f"{head}{{{', '.join(_parts(*r))}}}" for r in rows]
    if len(_columns([len(item) + 1 for item in whole], COLUMNS - len(indent))) > 1:
        return in_columns(whole, indent)
    return [line for arguments, traits in rows for line in row(head, arguments, traits, indent, ",")]


def _parts(arguments, traits):
    return arguments + ([f"{{{', '.join(traits)}}}"] if traits else [])


def row(head, arguments, traits, indent, end):
    """field{"Name", &self::name, {.xml_name = "name"}},"""
    parts = _parts(arguments, traits)
    line = f"{indent}{head}{{{', '.join(parts)}}}{end}"
    if fits(line):
        return [line]
    line = f"{indent}    {', '.join(parts)}}}{end}"
    if traits and fits(line):
        return [f"{indent}{head}{{", line]
    beside, block = " " * len(f"{indent}{head}{{"), indent + "    "
    for lead, is_whole in ((beside, True), (block, True), (beside, False), (block, False)):
        lines = [lead + part + "," for part in parts]
        lines[-1] = lines[-1][:-1] + "}" + end
        if traits and not is_whole:
            lines[-1:] = [f"{lead} {trait}," for trait in traits]
            lines[-len(traits)] = f"{lead}{{{traits[0]},"
            lines[-1] = lines[-1][:-1] + "}}" + end
        if all(fits(line) for line in lines):
            break
    if lead == block:
        return [f"{indent}{head}{{", *lines]
    lines[0] = f"{indent}{head}{{{lines[0].lstrip()}"
    return lines


def texts(items, before, after, indent):
    """{"one", "two"}: on one line, else in columns, else each on its own."""
    line = f"{indent}{before}{{{', '.join(items)}}}{after}"
    if fits(line):
        return [line]
    return [f"{indent}{before}{{", *in_columns(items, indent + "    "), f"{indent}}}{after}"]


def in_columns(items, indent):
    columns = _columns([len(item) + 1 for item in items], COLUMNS - len(indent))
    lines = []
    for start in range(0, len(items), len(columns)):
        cells = items[start:start + len(columns)]
        padded = [f"{cell},".ljust(width) for cell, width in zip(cells, columns)]
        lines.append((indent + " ".join(padded)).rstrip())
    return lines


def _columns(widths, room):
    """The widths of the columns that clang-format chooses: the most that fit and spend no line
    more than fewer would, as long as the widths in no column but the last differ by more than 10."""
    if len(widths) < 5:
        return [max(widths)]
    formats = []
    for count in range(1, len(widths) + 1):
        columns = [widths[i::count] for i in range(count)]
        total = sum(max(c) for c in columns) + count - 1
        if any(max(c) - min(c) > 10 for c in columns[:-1]):
            continue
        if count > 1 and total > COLUMNS:
            continue
        formats.append((count, total, [max(c) for c in columns], -(-len(widths) // count)))
    best = None
    for found in reversed(formats):
        if found[1] <= room or found[0] == 1:
            if best and found[3] > best[3]:
                break
            best = found
    return best[2]
