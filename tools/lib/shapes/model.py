"""A service as its model describes it, whichever form the model was read from.

Names of shapes, members and operations are the model's own. Of the documentation one thing is kept, which
the model says nowhere else: that a text is base64.
"""
import difflib
import re
from dataclasses import dataclass, field

SCALARS = ("string", "enum", "int_enum", "boolean", "byte", "short", "integer", "long", "float",
           "double", "timestamp", "blob")
PROTOCOLS = ("ec2_query", "aws_query")


class ModelError(Exception):
    """The model says something that the two Query protocols have no form for."""


def unknown(sentence, name, known):
    """The error about a name that is not known: the sentence, the name, and the most alike of those
    that are."""
    shown = name if name.isprintable() else ascii(name)
    folded = {k.lower(): k for k in reversed(sorted(known))}
    alike = difflib.get_close_matches(name.lower(), folded, n=1)
    hint = f"; did you mean {folded[alike[0]]}?" if alike else ""
    return ModelError(f"{sentence} {shown or '(an empty name)'}{hint}")


# "The base64-encoded user data ...", "User data must be base64-encoded", "The console output, base64-encoded":
# of the member itself, and not of a fingerprint that is a hash "... in base64" for some keys.
_BASE64 = re.compile(r"(?:^(?:The )?|, |must (?:be|provide) )base64[ -](?:encoded|representation)", re.I)


def says_base64(documentation):
    """Whether the text of a member is base64, by what the API reference says of it."""
    return _BASE64.search(re.sub(r"<[^>]*>", "", documentation).strip()) is not None


@dataclass
class Member:
    """A member of a structure, or what a list or a map holds (its name is then "")."""
    name: str
    target: str  # the name of a shape
    xml_name: str = ""
    query_name: str = ""
    flattened: bool = False
    xml_attribute: bool = False
    required: bool = False
    idempotency_token: bool = False
    is_base64: bool = False  # as the documentation says; of a text alone does that mean anything
    timestamp_format: str = ""  # date_time, epoch_seconds, http_date


@dataclass
class Shape:
    name: str
    kind: str  # structure, list, map, or one of SCALARS
    members: list = field(default_factory=list)  # of a structure
    left_out: list = field(default_factory=list)  # members that a subset does not have
    is_union: bool = False
    element: Member = None  # of a list, and the values of a map
    key: Member = None  # of a map
    values: list = field(default_factory=list)  # texts of an enum; (name, number) of an int_enum
    timestamp_format: str = ""
    error_code: str = ""  # of a structure that is an error


@dataclass
class Operation:
    name: str
    input: str = ""  # the names of shapes, or nothing
    output: str = ""
    errors: list = field(default_factory=list)
    host_prefix: str = ""


@dataclass
class Service:
    name: str  # "EC2", "Auto Scaling"
    protocol: str  # one of PROTOCOLS
    version: str
    xml_namespace: str = ""
    operations: dict = field(default_factory=dict)
    shapes: dict = field(default_factory=dict)

    def operation(self, name):
        if name not in self.operations:
            raise unknown(f"the service {self.name} has no operation", name, self.operations)
        return self.operations[name]

    def shape(self, name):
        if name not in self.shapes:
            raise ModelError(f"the model names a shape that it does not have: {name}")
        return self.shapes[name]

    def targets(self, shape):
        """The shapes that this one is made of, in the model's order."""
        if shape.kind == "structure":
            return [self.shape(m.target) for m in shape.members]
        return [self.shape(m.target) for m in (shape.key, shape.element) if m is not None]
