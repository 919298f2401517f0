"""Sees that a model can be written down in C++, before anything of it is.

Names go into C++ as they are, so they are the names that XML and a query can have; other texts go
through literal(). What the compiler would refuse of the result is refused here, in one sentence.
"""
import re

from . import graph, names
from .model import ModelError

# ASCII alone, and no dot: a query puts dots between names, and would have to escape other letters.
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_:-]*")
# Between quotes, XML has nothing to escape in it (engine/document_head.hpp).
URI = re.compile(r"[!#-%'-;=-~]*")
HEADER = re.compile(r"[A-Za-z0-9_.+-]+(/[A-Za-z0-9_.+-]+)*")
MOST_ENUMERATORS = 1 << 16
MOST_MEMBERS = 256  # of a structure (core/limits.hpp, max_members)
INT_ENUM = range(-(1 << 31), 1 << 31)
STRUCTURES, TEXTS = ("structure",), ("string", "enum")


def literal(text):
    """A string literal of C++, quotes and all. Every text of a model that is no name is written by
    this function."""
    if not text.isprintable():
        raise ModelError(f"the model holds a character that does not print: {ascii(text)}")
    # No trigraph either: ??/ would be a backslash to some compilers.
    return '"' + re.sub(r'(["\\]|(?<=\?)\?)', r"\\\1", text) + '"'


def comment(text):
    """A comment's text, once it cannot end the comment's line or go on in the next."""
    for word in text.split():
        if not word.isprintable() or word.endswith("\\"):
            raise ModelError(f"a comment holds {ascii(word)}, which would end it or go on in the next line")
    return text


def header(path):
    """A header's name, as it stands between < and >."""
    if not HEADER.fullmatch(path):
        raise ModelError(f"{ascii(path)} is not the name of a header, such as my/shapes.hpp")
    return path


def namespace(text):
    """A namespace that shapes can be in: my, or my::shapes."""
    for place, word in enumerate(text.split("::")):
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", word):
            raise ModelError(f"{ascii(text)} is not a namespace: give one name, or names with :: "
                             "between them")
        if word in names.KEYWORDS or word in names.MACROS:
            raise ModelError(f"choose another namespace than {text}: {word} is a keyword or a macro")
        if word == "std" or (word == "ec2wire" and place > 0):
            raise ModelError(f"choose another namespace than {text}: {word} has a meaning of its own")
        if "__" in word or re.match(r"_[A-Z]", word) or (place == 0 and word[0] == "_"):
            raise ModelError(f"choose another namespace than {text}: {word} is reserved to the compiler")
    return text


def model(service):
    """Raises a ModelError for what could not be written."""
    if not URI.fullmatch(service.xml_namespace):
        raise ModelError(f"{ascii(service.xml_namespace)} is not the URI of an XML namespace")
    for operation in service.operations.values():
        _operation(service, operation)
    for shape in service.shapes.values():
        if shape.kind in ("enum", "int_enum"):
            _enumeration(shape)
        for member in [*shape.members, *filter(None, (shape.key, shape.element))]:
            _member(service, shape, member)
    for shape in service.shapes.values():
        _nesting(service, shape)


def _name(text, owner):
    if text and not NAME.fullmatch(text):
        raise ModelError(f"{ascii(owner)} has a name that XML does not allow: {ascii(text)}")


def _operation(service, operation):
    _name(operation.name or " ", service.name)
    for name in filter(None, (operation.input, operation.output, *operation.errors)):
        if service.shape(name).kind not in STRUCTURES:
            raise ModelError(f"a message of {operation.name} is not a structure: {ascii(name)}")
    members = service.shape(operation.input).members if operation.input else []
    labels = re.findall(r"\{(.*?)\}", operation.host_prefix)
    texts = {m.name for m in members if service.shape(m.target).kind in TEXTS}
    if not texts.issuperset(labels) or re.search(r"[{}]", re.sub(r"\{.*?\}", "",
                                                                 operation.host_prefix)):
        raise ModelError(f"{operation.name} has a host prefix that is not made of its members: "
                         f"{ascii(operation.host_prefix)}")


def _enumeration(shape):
    if len(shape.values) > MOST_ENUMERATORS:
        raise ModelError(f"{ascii(shape.name)} has more than {MOST_ENUMERATORS} values")
    for _, number in shape.values if shape.kind == "int_enum" else ():
        if number not in INT_ENUM:
            raise ModelError(f"{ascii(shape.name)} has a value of more than 32 bits: {number}")


def _member(service, shape, member):
    target = service.shape(member.target)
    for name in (member.name, member.xml_name, member.query_name):
        _name(name, shape.name)
    if shape.kind == "structure" and not member.name:
        raise ModelError(f"{ascii(shape.name)} has a member without a name")
    if member is shape.key and target.kind not in TEXTS:
        raise ModelError(f"the keys of the map {ascii(shape.name)} are not strings")


def structure(service, shape, members, is_request, is_reply, is_message):
    """Raises a ModelError for a structure that the compiler would refuse in a request or a reply. `members`
    counts those of its table, the request id of a reply among them."""
    if members > MOST_MEMBERS:
        raise ModelError(f"{ascii(shape.name)} has more than {MOST_MEMBERS} members, the request id of a reply "
                         "among them: name some with --members")
    if is_reply and is_message and shape.is_union:
        raise ModelError(f"the reply {ascii(shape.name)} is a union")
    if is_request:
        fixed = ["Action", "Version"] if is_message else []
        _differ(shape, [*fixed, *(_key(service, m) for m in shape.members)], "key in a query")
    if is_reply:
        for is_attribute, what in ((False, "element"), (True, "attribute")):
            _differ(shape, [m.xml_name or m.name for m in shape.members if m.xml_attribute == is_attribute], what)
    for member in shape.members:
        _content(service, shape, member, is_request)


def _key(service, member):
    name = member.xml_name or member.name
    return member.query_name or name[:1].upper() + name[1:] if service.protocol == "ec2_query" else name


def _differ(shape, names_, what):
    for place, name in enumerate(names_):
        if name in names_[:place]:
            raise ModelError(f"two members of {ascii(shape.name)} have the same {what}: {name}")


def _content(service, shape, member, is_request):
    """Of a list or a map, and of what it holds."""
    target = service.shape(member.target)
    while target.kind in ("list", "map"):
        if target.kind == "map":
            if is_request and service.protocol == "ec2_query":
                raise ModelError(f"{ascii(shape.name)}.{member.name} is a map, which a request of EC2 cannot hold")
            if (target.key.xml_name or "key") == (target.element.xml_name or "value"):
                raise ModelError(f"the key and the value of the map {ascii(target.name)} have the same name")
        target = service.shape(target.element.target)


def _nesting(service, shape):
    """A list of lists of itself has no type in C++: a structure has to stand in between."""
    seen = []
    while shape.kind in ("list", "map"):
        if shape.name in seen:
            raise ModelError(f"the {shape.kind} {ascii(shape.name)} holds itself, without a structure "
                             "in between")
        seen.append(shape.name)
        shape = service.shape(shape.element.target)
