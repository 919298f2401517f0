"""Writes values of a service's shapes: as C++ that builds a request, as the SDK's JSON, and as C++
that checks the members of an error."""
import base64
import datetime
import json
import math


def cpp_string(text):
    """A literal, whatever the text. No trigraphs, and no hexadecimal escape that goes on too far."""
    out = []
    for byte in text.encode():
        c = chr(byte)
        out.append(c if 32 <= byte < 127 and c not in '"\\?' else f"\\{byte:03o}")
    return '"' + "".join(out) + '"'


class Builder:
    """Statements that set members to the params of a case."""

    def __init__(self, library):
        self.library, self.service, self.lines, self.count = library, library.service, [], 0

    def structure(self, place, shape, params):
        for member in shape.members:
            if member.name in params:
                name = self.library.members[shape.name][member.name]
                self.member(f"{place}.{name}", shape, member, params[member.name])

    def member(self, place, shape, member, value):
        target = self.service.shape(member.target)
        if target.kind == "structure":
            is_indirect = (shape.name, member.name) in self.library.indirect
            self.lines.append(f"{place}.emplace();")
            self.structure(f"(*{place})" if is_indirect else place, target, value)
        elif target.kind in ("list", "map"):
            if not member.required or shape.name in self.library.replies:
                self.lines.append(f"{place}.emplace();")
            self.elements(place, target, value)
        else:
            self.lines.append(f"{place} = {self.scalar(target, value)};")

    def elements(self, place, shape, values):
        element = self.service.shape(shape.element.target)
        for value in values:
            if shape.kind == "list" and element.kind not in ("structure", "list", "map"):
                self.lines.append(f"{place}.push_back({self.scalar(element, value)});")
                continue
            self.count += 1
            one = f"element_{self.count}"
            self.lines.append(f"auto& {one} = {place}.emplace_back();")
            if shape.kind == "map":
                key = self.service.shape(shape.key.target)
                self.lines.append(f"{one}.key = {self.scalar(key, value)};")
                self.content(f"{one}.value", element, values[value])
            else:
                self.content(one, element, value)

    def content(self, place, shape, value):
        if shape.kind == "structure":
            self.structure(place, shape, value)
        elif shape.kind in ("list", "map"):
            self.elements(place, shape, value)
        else:
            self.lines.append(f"{place} = {self.scalar(shape, value)};")

    def scalar(self, shape, value):
        if shape.kind == "string":
            return f"std::string({cpp_string(value)})"
        if shape.kind == "enum":
            name = f"{self.library.namespace}::{self.library.names.shapes[shape.name]}"
            return f"ec2wire::open_enum<{name}, std::string>(std::string({cpp_string(value)}))"
        if shape.kind == "blob":
            return f"bytes_of({cpp_string(value)})"
        if shape.kind == "timestamp":
            seconds = math.floor(value)
            return f"ec2wire::timestamp{{{seconds}, {round((value - seconds) * 1e9)}}}"
        if shape.kind == "boolean":
            return "true" if value else "false"
        if shape.kind in ("float", "double"):
            limits = f"std::numeric_limits<{shape.kind}>"
            special = {"NaN": f"{limits}::quiet_NaN()", "Infinity": f"{limits}::infinity()",
                       "-Infinity": f"-{limits}::infinity()"}
            return special.get(value) or f"static_cast<{shape.kind}>({value!r})"
        return str(value)


def json_text(service, shape, value):
    """As encode_json spells it: members in the order of the table, times as date-times."""
    if shape.kind == "structure":
        members = [f"{json.dumps(m.name)}:{json_text(service, service.shape(m.target), value[m.name])}"
                   for m in shape.members if m.name in value]
        return "{" + ",".join(members) + "}"
    if shape.kind == "list":
        element = service.shape(shape.element.target)
        return "[" + ",".join(json_text(service, element, v) for v in value) + "]"
    if shape.kind == "map":
        element = service.shape(shape.element.target)
        return "{" + ",".join(f"{json.dumps(k)}:{json_text(service, element, v)}"
                              for k, v in value.items()) + "}"
    if shape.kind == "timestamp":
        return json.dumps(date_time(value))
    if shape.kind == "blob":
        return json.dumps(base64.b64encode(value.encode()).decode())
    return json.dumps(value)


def date_time(seconds):
    whole = math.floor(seconds)
    text = datetime.datetime.fromtimestamp(whole, datetime.timezone.utc).strftime(
        "%Y-%m-%dT%H:%M:%S")
    fraction = f"{seconds - whole:.3f}"[1:].rstrip("0").rstrip(".")
    return text + fraction + "Z"


def checks(library, place, shape, value):
    """Statements that compare the members of an error: texts, and structures of them."""
    for member in shape.members:
        if member.name not in value:
            continue
        name = f"{place}.{library.members[shape.name][member.name]}"
        target = library.service.shape(member.target)
        if target.kind == "structure":
            yield from checks(library, name, target, value[member.name])
        else:
            assert target.kind == "string", f"an error has a member of kind {target.kind}"
            yield f"BOOST_TEST({name}.value() == {cpp_string(value[member.name])});"
