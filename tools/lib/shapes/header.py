"""Writes one header."""
import re

from . import check, graph, layout, names
from .check import literal
from .model import unknown

WORDS = {"boolean": "bool", "byte": "std::int8_t", "short": "std::int16_t",
         "integer": "std::int32_t", "long": "std::int64_t", "float": "float", "double": "double"}
STRING = "typename Storage::string"
ENUM_MEMBERS_IN_A_BYTE = 256

# Members whose type is one that a header of ec2wire has, by hand: (shape, member): (type, header).
BY_HAND = {
    "ec2": {("InstanceState", "Code"): ("state_code", "ec2wire/ec2/instance_state.hpp")},
}


class Library:
    """All that may be written of one service into one namespace."""

    def __init__(self, service, namespace, known=None, comments=None, known_namespace="ec2wire",
                 known_operations=None):
        self.service, self.namespace = service, check.namespace(namespace)
        # {shape, or the service's name: header that has it already}, and the namespace of these.
        self.known = {name: check.header(path) for name, path in (known or {}).items()}
        self.known_namespace, self.known_operations = known_namespace, known_operations or {}
        for name in self.known:
            if name != service.name and name not in service.shapes:
                raise unknown(f"the service {service.name} has no shape", name, service.shapes)
        self.comments = comments or {}
        self.is_ours = namespace.split("::")[0] == "ec2wire"
        self.names = names.Names(service, self.is_ours)
        self.known_names = names.Names(service, True) if self.known else self.names
        self.structures = self.names_of_structures()
        self.members = {s.name: names.members(s, self.structures[s.name])
                        for s in service.shapes.values() if s.kind == "structure"}
        self.requests, self.replies = graph.inputs_and_outputs(service)
        self.indirect = graph.indirect_members(service)
        self.by_hand = BY_HAND.get(self.names.service, {})

    def names_of_structures(self):
        """{shape: what its structures are called}: by its own name, and as the messages that it is."""
        found, every = {name: set() for name in ["", *self.service.shapes]}, self.names
        for shape, name in every.shapes.items():
            found[shape].add(every.template(name))
        for operation in self.service.operations.values():
            found[operation.input].add(every.template(every.requests[operation.name]))
            found[operation.output].add(every.template(every.responses[operation.name]))
        return found

    def ours(self, name):
        """A name that ec2wire declares, as the namespace sees it."""
        return name if self.is_ours else f"ec2wire::{name}"

    def within(self, name, taken):
        """A name of the namespace, as a structure sees it that has the names `taken` itself: a
        member that is called like a type changes what the name means."""
        if name not in taken:
            return name
        # A shape may be called like the namespace that it is in; none is called ec2wire.
        return f"{'' if self.is_ours else '::'}{self.namespace}::{name}"

    def of_known(self, name, taken):
        """A name that a header has already."""
        if self.known_namespace == self.namespace:
            return self.within(name, taken)
        return f"{self.known_namespace}::{name}"

    def comment(self, kind, *keys):
        table = self.comments.get(kind, {})
        return check.comment(next((table[key] for key in keys if key in table), ""))


class Header:
    """Operations, and the shapes that are to stand with them."""

    def __init__(self, library, operations, shapes, elsewhere=None, with_service=False, subset=None,
                 with_errors=True):
        """`subset` is the library's service with fewer members."""
        self.library, self.service = library, subset or library.service
        asked = [self.service.operation(name) for name in operations]
        self.operations = [o for o in asked if o.name not in library.known_operations]
        self.named = [o for o in asked if o.name in library.known_operations]
        self.elsewhere = {**(elsewhere or {}), **library.known}  # {shape: header}
        self.with_service = with_service
        self.includes, self.aliases = set(), []
        roots = [n for o in self.operations for n in (o.input, o.output)]
        order, early = graph.in_order(self.service, [*roots], self.elsewhere)
        errors = [name for o in self.operations for name in o.errors if with_errors]
        for name in [*errors, *shapes]:
            if name not in order and name not in self.elsewhere:
                more, again = graph.in_order(self.service, [name], {*order, *self.elsewhere})
                order += [part for part in more if part != name] + [name]
                early += again
        self.order = order
        self.early = [name for name in early if self.service.shape(name).kind == "structure"]

    # ---- types ----

    def use(self, header):
        self.includes.add(header)

    def ours(self, name):
        return self.library.ours(name)

    def standard(self, word):
        found = {"std::int": "cstdint", "std::uint": "cstdint", "std::byte": "cstddef",
                 "std::optional": "optional", "std::string_view": "string_view",
                 "std::array": "array"}
        for begin, header in found.items():
            if word.startswith(begin):
                self.use(header)
        return word

    def shape_name(self, name, taken=(), spell=str):
        """What a structure's or an enumeration's own name is here."""
        if name in self.elsewhere:
            self.use(self.elsewhere[name])
        if name in self.library.known:
            return self.library.of_known(spell(self.library.known_names.shapes[name]), taken)
        return self.library.within(spell(self.library.names.shapes[name]), taken)

    def template(self, name, taken=()):
        return self.shape_name(name, taken, self.library.names.template)

    def value_type(self, shape, taken):
        if shape.kind in WORDS:
            return self.standard(WORDS[shape.kind])
        if shape.kind == "string":
            return STRING
        if shape.kind == "timestamp":
            self.use("ec2wire/core/timestamp.hpp")
            return self.ours("timestamp")
        if shape.kind == "blob":
            return f"typename Storage::template list<{self.standard('std::byte')}>"
        if shape.kind == "enum":
            self.use("ec2wire/shape/open_enum.hpp")
            return f"{self.ours('open_enum')}<{self.shape_name(shape.name, taken)}, {STRING}>"
        if shape.kind == "int_enum":
            return self.shape_name(shape.name, taken)
        if shape.kind == "structure":
            return f"{self.template(shape.name, taken)}<Storage>"
        element = self.value_type(self.service.shape(shape.element.target), taken)
        if shape.kind == "map":
            key = self.value_type(self.service.shape(shape.key.target), taken)
            element = f"{self.ours('map_entry')}<{key}, {element}>"
        return f"typename Storage::template list<{element}>"

    def member_type(self, shape, member, taken):
        by_hand = self.library.by_hand.get((shape.name, member.name))
        if by_hand:
            self.use(by_hand[1])
            return f"{self.standard('std::optional')}<{self.ours(by_hand[0])}>"
        target = self.service.shape(member.target)
        type_ = self.value_type(target, taken)
        if target.kind == "structure":
            if (shape.name, member.name) in self.library.indirect:
                return f"typename Storage::template indirect<{type_}>"
            return f"{self.ours('maybe')}<{type_}>"
        if target.kind in ("list", "map"):
            is_plain = member.required and shape.name not in self.library.replies
            return type_ if is_plain else f"{self.ours('maybe')}<{type_}>"
        return f"{self.standard('std::optional')}<{type_}>"

    # ---- traits ----

    def traits(self, shape, member, spelled):
        """The traits of a row, and the lines of what its elements need."""
        query_name = member.query_name
        wire = member.xml_name or member.name
        if query_name == wire[:1].upper() + wire[1:]:
            query_name = ""  # the rule's own
        target = self.service.shape(member.target)
        traits = [("xml_name", "" if wire == member.name else wire), ("query_name", query_name)]
        inner, lines = self.content_traits(target, spelled, self.format(member, target))
        if self.service.protocol == "ec2_query" and shape.name not in self.library.replies:
            # R3: its requests have no names for items.
            inner, lines = [trait for trait in inner if trait[0] == "format"], []
        traits += inner
        traits += [("flattened", member.flattened), ("xml_attribute", member.xml_attribute),
                   ("required", member.required and shape.name in self.library.requests),
                   ("idempotency_token", member.idempotency_token)]
        order = ["xml_name", "query_name", "item_name", "key_name", "value_name", "flattened",
                 "xml_attribute", "required", "idempotency_token", "format", "element"]
        traits.sort(key=lambda trait: order.index(trait[0]))
        return self.spelled(traits), lines

    def content_traits(self, target, spelled, format_):
        """Of a list or a map and of what it holds: they are the member's, for those have none."""
        traits, lines = [], []
        if target.kind == "list":
            usual = "item" if self.service.protocol == "ec2_query" else "member"
            traits.append(("item_name", _unless(target.element.xml_name, usual)))
        elif target.kind == "map":
            traits += [("key_name", _unless(target.key.xml_name, "key")),
                       ("value_name", _unless(target.element.xml_name, "value"))]
        if target.kind in ("list", "map"):
            element = self.service.shape(target.element.target)
            format_ = self.format(target.element, element) or format_
            if element.kind in ("list", "map"):
                name = f"{spelled}_element"
                inner, lines = self.content_traits(element, name, format_)
                inner = self.spelled(inner)
                if [trait for trait in inner if not trait.startswith(".format")]:
                    lines = lines + self.element_lines(name, inner)
                    traits.append(("element", name))
        traits.append(("format", format_))
        return traits, lines

    def element_lines(self, name, traits):
        head = f"static constexpr {self.ours('member_traits')} {name}"
        line = f"    {head}{{{', '.join(traits)}}};"
        if layout.fits(line):
            return [line]
        return [f"    {head}{{", *(f"        {trait}," for trait in traits), "    };"]

    def format(self, member, target):
        format_ = member.timestamp_format
        if target.kind == "timestamp":
            format_ = format_ or target.timestamp_format
        return "" if format_ == "date_time" else format_

    def spelled(self, traits):
        written = []
        for name, value in traits:
            if not value:
                continue
            if value is True:
                written.append(f".{name} = true")
            elif name == "format":
                self.use("ec2wire/core/timestamp.hpp")
                written.append(f".format = {self.ours('timestamp_format')}::{value}")
            elif name == "element":
                written.append(f".element = &{value}")
            else:
                written.append(f".{name} = {literal(value)}")
        return written

    # ---- declarations ----

    def enum(self, shape):
        name = self.library.names.shapes[shape.name]
        self.aliases.append(None)
        texts = [literal(v) for v in shape.values]
        bits = 8 if len(texts) <= ENUM_MEMBERS_IN_A_BYTE else 16
        array = self.standard("std::array")
        lines = layout.comment(self.library.comment("shapes", shape.name))
        lines += self.enumerators(f"enum class {name} : {self.standard(f'std::uint{bits}_t')} {{",
                                  names.enumerators(shape))
        lines += [""]
        result = f"constexpr {array}<{self.standard('std::string_view')}, {len(texts)}> enum_texts("
        line = f"{result}{name}) noexcept {{"
        body = f"return {{{', '.join(texts)}}};"
        if layout.fits(f"{line} {body} }}"):
            return [*lines, f"{line} {body} }}"]
        lines += [line] if layout.fits(line) else [result, f"    {name}) noexcept {{"]
        return [*lines, *layout.texts(texts, "return ", ";", "    "), "}"]

    def int_enum(self, shape):
        name = self.library.names.shapes[shape.name]
        lines = layout.comment(self.library.comment("shapes", shape.name))
        spelled = names.enumerators(shape)
        return lines + self.enumerators(
            f"enum class {name} : {self.standard('std::int32_t')} {{", spelled,
            [f" = {number}" for _, number in shape.values])

    def enumerators(self, head, spelled, numbers=None):
        lines = [f"    {name}{number}," for name, number in
                 zip(spelled, numbers or [""] * len(spelled))]
        lines = [head, *lines, "};"]
        if self.library.names.hidden_by(spelled):
            self.use("ec2wire/core/config.hpp")
            return ["EC2WIRE_BEGIN_SHADOWING", *lines, "EC2WIRE_END_SHADOWING"]
        return lines

    def structure(self, shape, name, about="", message=None, is_reply=False):
        """`message` is the operation whose request or reply it is."""
        template = self.library.names.template(name)
        check.structure(self.service, shape, len(shape.members) + is_reply,
                        shape.name in self.library.requests if not message else not is_reply,
                        shape.name in self.library.replies if not message else is_reply, bool(message))
        lines = [*layout.comment(about), "template <class Storage>", f"struct {template} {{"]
        spelled = self.library.members.get(shape.name, {})
        id_ = names.Scope(spelled.values()).add("request_id")
        taken = {*spelled.values(), *names.IN_A_STRUCTURE, *([id_] if is_reply else [])}
        lines += self.head(shape, message, is_reply, taken)
        rows, members, elements = [], [], []
        for member in shape.members:
            cpp = spelled[member.name]
            members += layout.comment(self.about_member(shape, member, message and not is_reply), "    ")
            members += layout.member(self.member_type(shape, member, taken), cpp, "    ")
            traits, more = self.traits(shape, member, cpp)
            elements += more
            rows.append((member.name, cpp, traits))
        if is_reply:
            type_ = f"{self.standard('std::optional')}<{STRING}>"
            members += layout.member(type_, id_, "    ")
            row = ("RequestId", id_, [".request_id = true"])
            rows = [row, *rows] if self.service.protocol == "ec2_query" else [*rows, row]
        blocks = [members] if members else []
        blocks += [elements] if elements else []
        blocks += [self.table(template, rows), self.comparison(template)]
        for block in blocks:
            lines += block if lines[-1].endswith("{") else ["", *block]
        storage = "owned" if message and not is_reply else "borrowed"
        self.aliases.append((name, f"{template}<{self.ours(storage)}>"))
        return [*lines, "};"]

    def about_member(self, shape, member, is_of_request):
        said = self.library.comment("members", f"{shape.name}.{member.name}",
                                    f"{'*Request' if is_of_request else '*'}.{member.name}")
        if not said and member.is_base64 and self.service.shape(member.target).kind == "string":
            return "Base64 text: see base64_text() and base64_bytes() in ec2wire/core/base64.hpp."
        return said

    def head(self, shape, message, is_reply, taken):
        lines = []
        text = "static constexpr std::string_view "
        if message or shape.error_code:
            self.standard("std::string_view")
        if message:
            lines += [f"    using service = {self.service_name(taken)};"]
            lines += layout.assigned(text + "operation", literal(message.name), "    ")
            lines += [f"    static constexpr bool is_request = {'false' if is_reply else 'true'};"]
            if message.host_prefix and not is_reply:
                lines += layout.assigned(text + "host_prefix", literal(message.host_prefix), "    ")
        if shape.error_code:
            lines += layout.assigned(text + "error_code", literal(shape.error_code), "    ")
        if shape.is_union:
            lines += ["    static constexpr bool is_union = true;"]
        if shape.left_out and (is_reply or not message):
            lines += self.left_out(shape)
        return lines

    def left_out(self, shape):
        """What else a reply's structure has, as JSON and as XML call it: it is known, and not noted."""
        spelled = dict.fromkeys(n for m in shape.left_out for n in (m.name, m.xml_name) if n)
        texts = [literal(name) for name in spelled]
        array = f"{self.standard('std::array')}<{self.standard('std::string_view')}, {len(texts)}>"
        return ["    // Members that this subset leaves out.",
                *layout.texts(texts, f"static constexpr {array} left_out", ";", "    ")]

    def service_name(self, taken):
        known = self.library.known
        if self.service.name in known:
            self.use(known[self.service.name])
            return self.library.of_known(self.library.known_names.service, taken)
        return self.library.within(self.library.names.service, taken)

    def table(self, template, rows):
        field, fields = self.ours("field"), self.ours("field_list")
        if not rows:
            return [f"    static constexpr auto fields() {{ return {fields}{{}}; }}"]
        lines = ["    static constexpr auto fields() {",
                 *layout.assigned("using self", template, " " * 8), f"        return {fields}{{"]
        lines += layout.table(field, [([literal(name), f"&self::{cpp}"], traits)
                                      for name, cpp, traits in rows], " " * 12)
        return [*lines, "        };", "    }"]

    @staticmethod
    def comparison(template):
        head, a = "    friend constexpr bool operator==(", f"const {template}&"
        line = f"{head}{a}, {a}) = default;"
        if layout.fits(line):
            return [line]
        beside = " " * len(head)
        if layout.fits(f"{beside}{a}) = default;"):
            return [f"{head}{a},", f"{beside}{a}) = default;"]
        if layout.fits(f"{beside}{a}) ="):
            return [f"{head}{a},", f"{beside}{a}) =", "        default;"]
        if layout.fits(f"        {a}) = default;"):
            return [head, f"        {a},", f"        {a}) = default;"]
        return [head, f"        {a},", f"        {a}) =", "        default;"]

    def service_struct(self):
        self.use("ec2wire/shape/protocol.hpp")
        text = f"static constexpr {self.standard('std::string_view')} "
        lines = [*layout.comment(self.library.comment("shapes", self.service.name)),
                 f"struct {self.library.names.service} {{",
                 f"    using protocol = {self.ours(self.service.protocol)};"]
        lines += layout.assigned(text + "version", literal(self.service.version), "    ")
        lines += layout.assigned(text + "xml_namespace", literal(self.service.xml_namespace), "    ")
        return [*lines, "};"]

    # ---- the whole ----

    def blocks(self):
        if self.with_service and self.service.name not in self.library.known:
            yield self.service_struct()
        for name in self.early:
            yield ["template <class Storage>", f"struct {self.template(name)};"]
        for name in self.order:
            shape = self.service.shape(name)
            if shape.kind == "enum":
                yield self.enum(shape)
            elif shape.kind == "int_enum":
                yield self.int_enum(shape)
            else:
                yield self.structure(shape, self.library.names.shapes[name],
                                     self.library.comment("shapes", name))
        for operation in self.operations:
            yield from self.messages(operation)
        if self.named:
            yield self.using_declarations()

    def using_declarations(self):
        every, space, lines = self.library.known_names, self.library.known_namespace, []
        for operation in self.named:
            self.use(self.library.known_operations[operation.name])
            for name in (every.requests[operation.name], every.responses[operation.name]):
                lines += [f"using {space}::{every.template(name)};", f"using {space}::{name};"]
        return lines if space != self.library.namespace else []

    def messages(self, operation):
        from .model import Shape  # a message without a shape is an empty one
        empty = Shape("", "structure")
        request = self.service.shape(operation.input) if operation.input else empty
        reply = self.service.shape(operation.output) if operation.output else empty
        yield self.structure(request, self.library.names.requests[operation.name],
                             self.library.comment("operations", operation.name), operation)
        yield self.structure(reply, self.library.names.responses[operation.name],
                             message=operation, is_reply=True)

    def text(self, guard, whole=None):
        """`whole` is the header of ec2wire that it includes in place of the small ones."""
        blocks = ["\n".join(block) for block in self.blocks() if block]
        aliases = [layout.assigned(f"using {name}", type_) for name, type_ in
                   filter(None, self.aliases)]
        if aliases:
            blocks.append("\n".join(line for lines in aliases for line in lines))
            self.use("ec2wire/shape/field.hpp")
            self.use("ec2wire/shape/storage.hpp")
        ours = [whole] if whole else sorted(i for i in self.includes if "/" in i)
        standard = sorted(i for i in self.includes if "/" not in i)
        includes = ["\n".join(f"#include <{i}>" for i in group) for group in (ours, standard) if group]
        return "\n\n".join([f"#ifndef {guard}\n#define {guard}", *includes,
                            f"namespace {self.library.namespace} {{", *blocks,
                            f"}}  // namespace {self.library.namespace}", "#endif"]) + "\n"


def guard_of(path, namespace):
    """The include guard of a header: its path from where it is included, else its own name."""
    parts = re.split(r"[/.]+|::", path)
    first = namespace.split("::")[0]
    if not parts[0].startswith(first):
        parts.insert(0, first)
    return re.sub(r"[^A-Za-z0-9]+", "_", "_".join(parts)).strip("_").upper()


def _unless(name, usual):
    return "" if name == usual else name
