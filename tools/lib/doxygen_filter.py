#!/usr/bin/env python3
"""Shows a header to Doxygen as tools/docs wants it read; see docs/Doxyfile, where this is the filter.

A comment of ec2wire's is a plain one that stands over what it is about, or behind it. Here it becomes one
of Doxygen's, with its prose kept from being taken for markup, and what is set in from the prose kept as
it is drawn. What a shape says of itself needs no words of its own: a member without a comment is called
what the table calls it, an enumerator without one is its text on the wire, and the table itself, the
operation and the comparison of members are hidden, since every shape has them.

Every line stays where it is, so that a warning names the line of the header.
"""
import re
import sys

CODE_OR_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])'|//.*")
LABEL = re.compile(r"\s*(public|private|protected):")
# What ec2wire adds to the standard library is documented there; an enumeration's texts, beside its values.
STANDARD = re.compile(r"\b(struct|bool) std::|\benum_texts\(\w+\)")
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum)\b")
# What every shape has, from its first line to the last: see shape/field.hpp.
HIDDEN = re.compile(r"\s*(static constexpr auto fields\(\)|using service = "
                    r"|static constexpr std::string_view operation = "
                    r"|static constexpr bool is_(union|request) = "
                    r"|friend constexpr \w+ operator(==|<=>)\(.*)")
FIELD = re.compile(r'field\{\s*"([^"]+)",\s*&\w+::(\w+)(?:,\s*\{(.*?)\})?\s*\}', re.S)
ENUM_TEXTS = re.compile(r"enum_texts\((\w+)\) noexcept \{\s*return \{(.*?)\};", re.S)
XML_NAME = re.compile(r'\.xml_name = "([^"]+)"')


def bare(line):
    """The code of a line, without its strings and comments."""
    return CODE_OR_STRING.sub(lambda m: "" if m[0].startswith("//") else '""', line)


def without_templates(text):
    while True:
        shorter = re.sub(r"<[^<>]*>", "", text)
        if shorter == text:
            return text
        text = shorter


def scopes_of(lines):
    """For each line what it stands in: a word of SCOPE, "detail", or None in a function or a value. And
    whether a declaration begins with it."""
    stack, statement, scopes, begins = ["namespace"], "", [], []
    for line in lines:
        scopes.append("detail" if "detail" in stack else stack[-1])
        begins.append(stack[-1] is not None and not statement.strip())
        if line.lstrip().startswith("#") or LABEL.match(line):
            continue
        for c in bare(line) + "\n":
            if c == "{":
                head = without_templates(statement)
                kind = SCOPE.search(head)
                is_scope = kind and stack[-1] and "(" not in head and "=" not in head
                is_detail = is_scope and re.search(r"namespace .*\bdetail\s*$", head)
                stack.append("detail" if is_detail else kind[1] if is_scope else None)
            elif c == "}":
                stack.pop()
            statement = "" if c in "{};" else statement + c
        if "detail" not in stack and scopes[-1] == "detail":
            scopes[-1] = None  # its last brace
    return scopes, begins


def set_in(text):
    return len(text) - len(text.lstrip())


def escaped(text):
    """Prose: only what stands between backticks is as it is. A rule of the protocol by its number, as in
    docs/wire_protocol.md, is no sentence."""
    parts = re.sub(r"^ ([A-Z]\d+)\. ", r" (\1) ", text).split("`")
    parts[::2] = [re.sub(r"([\\@#<>&%$])", r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)


def block(texts):
    """The lines of a comment, as Doxygen reads them."""
    out, drawing = [], None
    for i, text in enumerate(texts):
        if text and not drawing and set_in(text) > 1:
            drawing = "code" if set_in(text) >= 5 else "verbatim"
            word = "@code{.cpp}" if drawing == "code" else "@verbatim"
            if out:
                out[-1] += " " + word
            else:
                text = word + " " + text
        elif not drawing:
            text = escaped(text)
        if drawing and set_in(next((t for t in texts[i + 1:] if t), "")) < 2:
            text += f" @end{drawing}"
            drawing = None
        out.append(text)
    out[0] = "/**" + out[0]
    out[-1] += " */"
    return out


def share(lines, scopes, begins, first, texts):
    """What is declared under something that has a comment, without a blank line or a comment between, has
    the same; but each member of a structure has its own."""
    prose = [text for text in texts if set_in(text) < 2]
    for i in range(first + 1, len(lines)):
        stripped = lines[i].lstrip()
        if scopes[i] in (None, "detail") or not begins[i] and stripped:
            continue
        if not stripped or stripped.startswith(("//", "}")):
            return
        indent = lines[i][:len(lines[i]) - len(stripped)]
        if set_in(lines[i]) != set_in(lines[first]):
            continue
        if (scopes[i] == "namespace" or "(" in stripped
                or stripped.startswith(("using ", "template "))):
            lines[i] = f"{indent}/**{escaped(''.join(prose))} */ {stripped}"


def comments(lines, scopes, begins):
    """Turns the comments over declarations, and those behind them, into Doxygen's."""
    i = 0
    while i < len(lines):
        stripped = lines[i].lstrip()
        if scopes[i] and stripped.startswith("//"):
            first = i
            while lines[i].lstrip().startswith("//"):
                i += 1
            if re.match(r"\s*[\w\[~]", lines[i]) and not STANDARD.search("".join(lines[i:i + 3])):
                texts = [line.lstrip()[2:] for line in lines[first:i]]
                lines[first:i] = block(texts)
                share(lines, scopes, begins, i, texts)
            continue
        code = bare(lines[i]).rstrip()
        if scopes[i] and code and code[-1] in ";,":
            lines[i] = re.sub(r"([;,]) +//(.*)", lambda m: m[1] + " ///<" + escaped(m[2]), lines[i])
        i += 1


def hide_statement(lines, i):
    depth, last = 0, i
    while True:
        code = bare(lines[last]).rstrip()
        depth += code.count("{") - code.count("}")
        last += 1
        if depth <= 0 and code.endswith((";", "}")):
            break
    if "operator" not in lines[i] or code.endswith("default;"):
        lines[i:last] = [""] * (last - i)


def hide(lines, scopes):
    i = 0
    while i < len(lines):
        if scopes[i] == "detail" and not lines[i].startswith("#"):
            lines[i] = ""
        elif (scopes[i] in ("struct", "class") and HIDDEN.match(lines[i])
              or scopes[i] and STANDARD.search(lines[i])):
            hide_statement(lines, i)
        i += 1


def name_types(lines, enums):
    """What a shape, an enumeration or one of a shape's storages is, if nobody says more."""
    for i, line in enumerate(lines):
        shape = re.match(r"struct basic_(\w+) \{$", line)
        enum = re.match(r"enum class (\w+)", line)
        alias = re.match(r"using \w+ =(?: basic_\w+<(\w+)>;)?$", line)
        first = i - 1 if shape and lines[i - 1] == "template <class Storage>" else i
        if lines[first - 1].endswith("*/") or line.startswith("/**"):
            continue
        if shape or enum and enum[1] in enums:
            words = (shape or enum)[1].replace("_", " ")
            lines[first] = f"/** The service's {words}; see its API reference. */ " + lines[first]
        elif alias and "<owned>" in line + lines[i + 1]:
            lines[i] = "/** As you build it: it owns what it holds. */ " + line
        elif alias and "<borrowed>" in line + lines[i + 1]:
            lines[i] = "/** As you decode it: views into the bytes and the scratch. */ " + line


def doubt_concepts(lines):
    """Doxygen does not ask for their comments, but warns about a command that it does not know."""
    for i, line in enumerate(lines):
        if line.startswith("concept ") and not (
                lines[i - 2].endswith("*/") or lines[i - 1].startswith("/**")):
            lines[i - 1] = "/** @undocumented */ " + lines[i - 1]


def name_members(lines, scopes, text):
    names, table = {}, text.split("\n")
    for i, line in enumerate(lines):
        begun = re.search(r"\b(struct|class) (\w+) [:{]", table[i])
        if begun:
            last = next((k for k in range(i, len(table)) if table[k].startswith("};")), len(table))
            names = {member: (name, XML_NAME.search(traits))
                     for name, member, traits in FIELD.findall("\n".join(table[i:last]))}
        member = re.search(r"(\w+)\{\};", line)
        if scopes[i] == "struct" and member and member[1] in names:
            name, xml = names[member[1]]
            xml_name = f", with the xmlName `{xml[1]}`" if xml else ""
            lines[i] += "; " if "///<" in line else " ///< "
            lines[i] += f"`{name}` in the API reference{xml_name}."


def name_enumerators(lines, scopes, enums):
    left = []
    for i, line in enumerate(lines):
        begun = re.search(r"\benum class (\w+)", line)
        if begun:
            left = list(enums.get(begun[1], []))
        elif scopes[i] == "enum" and re.match(r"\s*\w+( = [^,]*)?,?$", line):
            if left:
                lines[i] += f" ///< `{left.pop(0)}`"
            elif not lines[i - 1].endswith("*/"):
                lines[i] += " ///< @undocumented"  # as of a concept


def main():
    with open(sys.argv[1], encoding="utf-8") as header:
        text = header.read()
    enums = {name: re.findall(r'"([^"]*)"', body) for name, body in ENUM_TEXTS.findall(text)}
    lines = text.split("\n")
    scopes, begins = scopes_of(lines)
    comments(lines, scopes, begins)
    hide(lines, scopes)
    name_types(lines, enums)
    doubt_concepts(lines)
    name_members(lines, scopes, text)
    name_enumerators(lines, scopes, enums)
    print("\n".join(lines), end="")


main()
