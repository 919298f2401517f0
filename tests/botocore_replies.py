#!/usr/bin/env python3
"""Compares what `ec2wire decode` and botocore's parser read from random replies in many layouts.

usage: botocore_replies.py COMMAND [SEED]

Not generated, because ec2wire is stricter here than botocore (see docs/wire_protocol.md):
 - a member or a structure given twice (botocore: the last, or the first; ec2wire: refused)
 - codes past 65535, "+64", "6_4", "-0", Unicode digits or spaces (Python's int() takes them), an
   empty <code/> (botocore raises its own ValueError)
 - an element inside text: <code>6<b/>4</code> (botocore: 6)
 - DOCTYPE, other encodings than UTF-8, XML 1.1, more than one document (ec2wire: refused)
 - members whose prefix is not the root's (botocore drops every prefix; to ec2wire they are unknown)
 - other children of a list than its items (botocore takes each for an item; ec2wire skips them)
 - a root of another name (botocore does not look at it)
 - error documents without a code or a request id, whose shape botocore leaves to the caller, and
   those of awsQuery services, whose id EC2's parser of botocore does not find
"""
import json
import random
import re
import sys

sys.dont_write_bytecode = True
from cases import case, command_and_seed, expect, printable, run_cases, skip  # noqa: E402

try:
    import botocore.loaders
    import botocore.model
    import botocore.parsers
except ImportError:
    skip("botocore is missing")

COUNT = 20  # of contents; each is written in every layout
ERRORS = 30

NAMES = ["pending", "running", "shutting-down", "terminated", "stopping", "stopped", "", "paused"]
TEXT = [*" \t\n\r&<>'\"]/=;#ax0-", *"é\u202e€\ufeff😀\U0010ffff\x7f\x85\x9b\u2028", "]]>"]
NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/"


# ---- contents: an element is (name, text) or (name, [element...]) ----

class Contents:
    def __init__(self, seed):
        self.choice = random.Random(seed)

    def sometimes(self, *elements, often=.85):
        return [e for e in elements if self.choice.random() < often]

    def text(self):
        c = self.choice
        return "".join(c.choice(TEXT) for _ in range(c.choice((0, 1, 3, 20, 70))))

    def instance_id(self):
        c = self.choice
        return self.text() if c.random() < .15 else f"i-{c.getrandbits(68):017x}"

    def state(self, name):
        c = self.choice
        code = c.choice((0, 16, 32, 48, 64, 80, 272, 96, 255, 65535, c.randrange(65536)))
        spelled = ("0" * c.choice((0, 0, 0, 1, 20))) + str(code)
        return name, self.sometimes(("code", spelled), ("name", c.choice(NAMES)))

    def item(self):
        return "item", self.sometimes(("instanceId", self.instance_id()),
                                      self.state("currentState"), self.state("previousState"))

    def reply(self, operation):
        c = self.choice
        items = [self.item() for _ in range(c.choice((0, 1, 1, 2, 7, 30)))]
        request_id = "-".join(f"{c.getrandbits(32):08x}" for _ in range(4))
        return f"{operation}Response", self.sometimes(("requestId", request_id),
                                                      ("instancesSet", items), often=.93)

    def error(self):
        c = self.choice
        code = c.choice(("DryRunOperation", "InvalidInstanceID.NotFound", "RequestLimitExceeded",
                         "x" + self.text()))
        parts = [("Code", code), ("Message", "m" + self.text())]
        first = ("Error", parts + [("Type", "Sender")] * c.randrange(2))
        more = [("Error", [("Code", "Second"), ("Message", "not this one")])] * c.randrange(2)
        return "Response", [("Errors", [first] + more), ("RequestID", "id" + self.text())]


# ---- layouts ----

def escaped(text):
    """Escapes markup as entities, and a CR as a reference, since it would be read as a line feed."""
    return (text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
            .replace("\r", "&#13;"))


class Layout:
    """EC2's own: a declaration, a namespace, four spaces for each level"""
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    line_end, indent, prefix = "\n", "    ", ""
    attributes = f' xmlns="{NAMESPACE}"'

    def __init__(self, choice):
        self.choice = choice

    def document(self, root):
        return self.declaration + self.element(root, 0, self.attributes)

    def element(self, element, level, attributes=""):
        name, content = element
        tag = self.prefix + name
        gap = self.line_end + self.indent * level
        if isinstance(content, str):
            inside = self.digits(content) if name == "code" else self.text(content)
        elif content:
            deeper = self.line_end + self.indent * (level + 1)
            inside = "".join(deeper + self.element(e, level + 1) for e in self.children(content))
            inside += gap
        else:
            inside = ""
        return f"<{tag}{attributes}>{inside}</{tag}>"

    def children(self, elements):
        return elements

    def text(self, text):
        return escaped(text)

    def digits(self, text):
        return text


class Minified(Layout):
    """one line"""
    line_end, indent = "", ""


class Bare(Minified):
    """one line without declaration and namespace, empty elements as <x/>"""
    declaration, attributes = "", ""

    def element(self, element, level, attributes=""):
        return f"<{element[0]}{attributes}/>" if not element[1] else super().element(
            element, level, attributes)


class TwoSpaces(Layout):
    """two spaces for each level"""
    indent = "  "


class Crlf(Layout):
    """CR LF and tabs"""
    declaration = "\ufeff<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n"
    line_end, indent = "\r\n", "\t"


class Shuffled(Layout):
    """members in any order"""

    def children(self, elements):
        if elements[0][0] in ("item", "Error"):
            return elements  # the order of a list is its content
        return self.choice.sample(elements, len(elements))


class Cdata(Layout):
    """text in CDATA sections"""

    def text(self, text):
        cut = self.choice.randint(0, len(text))
        return self.section(text[:cut]) + self.section(text[cut:])

    def section(self, text):
        return escaped(text) if "\r" in text or "]]>" in text else f"<![CDATA[{text}]]>"

    def digits(self, text):
        return f" {text[:1]}<![CDATA[{text[1:]}]]>\n"


class Commented(Layout):
    """comments and instructions everywhere"""

    def note(self):
        return self.choice.choice(("<!-- <item> -->", "<!---->", "<?item ?>", "<?x y?><!-- & -->"))

    def element(self, element, level, attributes=""):
        return self.note() + super().element(element, level, attributes) + self.note()

    def text(self, text):
        cut = self.choice.randint(0, len(text))
        return escaped(text[:cut]) + self.note() + escaped(text[cut:])

    def digits(self, text):
        return text[:1] + self.note() + text[1:]


class References(Layout):
    """every character as a reference of its own"""
    entities = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&apos;", '"': "&quot;"}

    def text(self, text):
        return "".join(self.choice.choice((f"&#{ord(c)};", f"&#x{ord(c):x};", f"&#x{ord(c):05X};",
                                           self.entities.get(c, f"&#{ord(c)};"))) for c in text)

    def digits(self, text):
        return "&#32;" + self.text(text) + "&#x9;"


class Unknown(Layout):
    """members that no model knows"""
    strange = [("itemCount", "7"), ("operator", [("managed", "false"), ("code", "x")]),
               ("Code", "1"), ("instanceid", "i-other"), ("instancesSetX", [("item", [])]),
               ("currentStat", [("code", "9"), ("code", "9")]), ("é", "")]

    def children(self, elements):
        if elements[0][0] in ("item", "Error"):
            return elements
        known = {name for name, _ in elements}
        new = [e for e in self.choice.sample(self.strange, 2) if e[0] not in known | {"Code"}]
        return new[:1] + elements + new[1:]


class Prefixed(Layout):
    """a prefix on every name"""
    prefix = "ec2:"
    attributes = f' xmlns:ec2="{NAMESPACE}" xmlns:x=\'y\' x:a = "&lt;&#9;"\n'


class Spread(Layout):
    """white space wherever a tag allows it"""

    def element(self, element, level, attributes=""):
        plain = super().element(element, level, attributes)
        return re.sub(r"^<([\w:]+)([^>]*)>", r"<\1\2 \n\t>", re.sub(r">$", "\r\n >", plain))

    def digits(self, text):
        return f"\n\t {text} \r\n"


LAYOUTS = [Layout, Minified, Bare, TwoSpaces, Crlf, Shuffled, Cdata, Commented, References, Unknown,
           Prefixed, Spread]


# ---- the two readers ----

class Botocore:
    def __init__(self):
        description = botocore.loaders.Loader().load_service_model("ec2", "service-2")
        model = botocore.model.ServiceModel(description)
        self.shapes = {operation: model.operation_model(operation).output_shape
                       for operation in ("StartInstances", "StopInstances")}
        self.parser = botocore.parsers.create_parser("ec2")

    def parse(self, operation, data, http_status):
        parsed = self.parser.parse({"status_code": http_status, "headers": {}, "body": data},
                                   self.shapes[operation])
        # What comes from the HTTP response and not from its body; botocore keeps an empty
        # structure where the body has no request id.
        metadata = parsed.pop("ResponseMetadata", {})
        if "RequestId" in metadata:
            parsed["ResponseMetadata"] = {"RequestId": metadata["RequestId"]}
        return parsed


def replies_in(layout):
    def check(run, seed):
        contents, reader = Contents(seed), Botocore()
        writer, items = layout(contents.choice), 0
        for n in range(COUNT):
            operation = contents.choice.choice(("StartInstances", "StopInstances"))
            data = writer.document(contents.reply(operation)).encode()
            expected = reader.parse(operation, data, 200)
            got = json.loads(run.answer("decode", operation, stdin=data))
            expect(got, expected, f"reply {n}: {data!r}")
            items += sum(len(v) for k, v in got.items() if k.endswith("Instances"))
        return f"{COUNT} replies of {items} instances"

    check.__name__ = f"replies are equal, {layout.__doc__}"
    return check


for one in LAYOUTS:
    case(replies_in(one))


@case
def errors_are_equal_in_every_layout(run, seed):
    contents, reader = Contents(seed), Botocore()
    for n in range(ERRORS):
        layout = LAYOUTS[n % len(LAYOUTS)]
        data = layout(contents.choice).document(contents.error()).encode()
        status = contents.choice.choice((400, 403, 412, 500, 503))
        parsed = reader.parse("StopInstances", data, status)
        expected = (f"ec2wire: {shown(parsed['Error']['Code'])}: "
                    f"{shown(parsed['Error']['Message'])} "
                    f"(request id {shown(parsed['ResponseMetadata']['RequestId'])})")
        outcome = run("decode", "StopInstances", "--status", str(status), stdin=data)
        would_succeed = parsed["Error"]["Code"] == "DryRunOperation"
        expect((outcome.status, outcome.out), (5 if would_succeed else 4, ""), repr(data))
        expect(outcome.err.splitlines()[0], expected, f"{layout.__doc__}: {data!r}")
    return f"{ERRORS} errors"


def shown(text):
    return printable(text.encode())


@case
def both_refuse_faulty_documents(run, seed):
    """Errors anywhere in the document: neither reads a part of it as the whole."""
    contents, reader = Contents(seed), Botocore()
    faults = 0
    while faults < COUNT:
        data = Layout(contents.choice).document(contents.reply("StopInstances")).encode()
        at = contents.choice.randrange(len(data))
        fault = contents.choice.choice((b"<", b"&", b"\0", b"\xff", b"</x>", b"\x1b"))
        broken = data[:at] + fault + data[at:]
        try:
            reader.parse("StopInstances", broken, 200)
        except (botocore.parsers.ResponseParserError, ValueError):
            faults += 1
            outcome = run("decode", "StopInstances", stdin=broken)
            expect((outcome.status, outcome.out), (3, ""), repr(broken))
    return f"{faults} faults"


if __name__ == "__main__":
    run_cases(*command_and_seed(__doc__))
