"""What the names of a model are in C++.

 1. A name is cut into words: before an upper-case letter that follows a lower-case one or a digit,
    before the last letter of an upper-case run that a lower-case one follows, and at every
    character that is neither a letter nor a digit. The words are in lower case with underscores
    between them: DBInstanceId is db_instance_id, VpcIds is vpc_ids. An acronym keeps its plural
    (ARNs is arns), and IPv4, IPv6, vCPU and the units (MBps, GiB) are words.
 2. The messages of an operation are <operation>_request and <operation>_response, whatever the
    model calls them.
 3. The texts of an enumeration become enumerators by the same rule: i3en.large is i3en_large.
 4. What would begin with a digit begins with an underscore. A keyword, a name that the table
    itself uses (field, field_list, self, ...), and a macro that some C library has (linux, errno) end
    with one.
 5. Where two names would be the same, the later gets _2, _3, ...: messages come first, then shapes
    in byte order of their names; members and enumerators keep the model's order.

 6. No name is std or ec2wire, and no member is called like the structure that it is in.

Every name follows from the whole model, never from the operations asked for.
"""
import re

KEYWORDS = set("""
alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t
char32_t class compl concept const consteval constexpr constinit const_cast continue co_await
co_return co_yield decltype default delete do double dynamic_cast else enum explicit export extern
false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr
operator or or_eq private protected public register reinterpret_cast requires return short signed
sizeof static static_assert static_cast struct switch template this thread_local throw true try
typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq
""".split())
# Macros of g++ in its GNU dialect, of the C library and of <windows.h>.
MACROS = set("""
linux unix i386 mips sparc sun assert errno major minor makedev stdin stdout stderr complex noreturn
interface small near far
""".split())
# What every header says, with the namespace that it is in before its eyes.
EVERYWHERE = set("std ec2wire enum_texts self".split())
# What a structure says of itself, what it calls its table by, and what maybe<> adds to it.
IN_A_STRUCTURE = set("""
field field_list fields self service operation host_prefix is_request is_union error_code maybe timestamp open_enum
map_entry member_traits timestamp_format state_code std ec2wire has_value contained emplace left_out
""".split())
# What <ec2wire/...> declares in the namespace where the shapes of ec2/ are as well.
IN_EC2WIRE = set("""
attribute aws_query base64_capacity blob_like block_size borrowed borrowing calendar ec2_query
cloudtrail_event decode_cloudtrail decode_cloudtrail_request visit_cloudtrail_events
visit_cloudtrail_parameters
decode_error decode_json decode_xml element_traits encode encode_error encode_json encode_xml
encode_xml_error encoded_size encoded_xml_size error_fault xml_layout
enum_text errc enum_from_text enum_texts error excerpt field field_count field_list fields_of floating_text
indirect indirect_view integer integer_text is_throttling is_transient json list_like list_view
locate location map_entry map_like max_depth maybe member_info member_traits message_shape nullable
number_enum open_enum owned owning owning_text parsed pending query query_segment reply reply_error
result running scalar scratch service_error shutting_down state_code stopped stopping string_like
structure terminated timestamp timestamp_format timestamp_text to_owned to_string unexpected
union_shape version wire_enum wire_scalar xml detail dry_run_outcome dry_run_result
""".split())

# Written in a way that the rule would cut in the middle.
WORDS = [(r"IPv(?=[46])", "Ipv"), (r"[vV]CPU", "Vcpu"), (r"VCpu", "Vcpu"),
         (r"([KMGT]i?)B(?=ps|s?(?![a-z]))", lambda m: m[1] + "b"),
         (r"(?<=[A-Z][A-Z])s(?![a-z])", "S")]


def words(name):
    for pattern, word in WORDS:
        name = re.sub(pattern, word, name)
    name = re.sub(r"[^A-Za-z0-9]+", "_", name)
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return name.strip("_").lower()


def identifier(name, reserved=frozenset()):
    result = words(name) or "empty"
    if result[0].isdigit():
        result = "_" + result
    if result in KEYWORDS or result in MACROS or result in reserved:
        result += "_"
    return result


class Scope:
    """Names that must differ from each other."""

    def __init__(self, taken=()):
        self.taken = set(taken)

    def add(self, name, also=lambda name: ()):
        """Takes the name, or the first one numbered from 2 that is free with all `also` gives."""
        candidate, number = name, 1
        while not self.taken.isdisjoint({candidate, *also(candidate)}):
            number += 1
            candidate = f"{name.rstrip('_')}_{number}"
        self.taken.update({candidate, *also(candidate)})
        return candidate


def members(shape, structures=()):
    """The C++ names of a structure's members, by their names in the model. `structures` is what the
    structure itself is called."""
    scope = Scope(structures)
    return {m.name: scope.add(identifier(m.name, IN_A_STRUCTURE)) for m in shape.members}


def enumerators(shape):
    """The C++ names of an enumeration's values, in their order."""
    scope = Scope()
    return [scope.add(identifier(v if shape.kind == "enum" else v[0])) for v in shape.values]


class Names:
    """The names at the scope of the namespace."""

    def __init__(self, service, in_ec2wire):
        reserved = EVERYWHERE | (IN_EC2WIRE if in_ec2wire else frozenset())
        scope = Scope()
        self.service = scope.add(identifier(service.name, reserved | {"service"}))
        self.requests, self.responses, self.shapes = {}, {}, {}
        for name in sorted(service.operations):
            for table, word in ((self.requests, "_request"), (self.responses, "_response")):
                table[name] = scope.add(identifier(words(name) + word, reserved), self._template)
        only_messages = _only_messages(service)
        for name in sorted(service.shapes):
            kind = service.shapes[name].kind
            if kind in ("enum", "int_enum"):
                self.shapes[name] = scope.add(identifier(name, reserved))
            elif kind == "structure" and name not in only_messages:
                self.shapes[name] = scope.add(identifier(name, reserved), self._template)

        self.at_scope = scope.taken | reserved

    def hidden_by(self, enumerators):
        """Whether one of them is called like something that the namespace has."""
        return not self.at_scope.isdisjoint(enumerators)

    @staticmethod
    def template(name):
        return f"basic_{name.strip('_')}"

    @classmethod
    def _template(cls, name):
        return (cls.template(name),)


def _only_messages(service):
    """Structures that are the whole of a message and a part of nothing."""
    messages, parts = set(), set()
    for operation in service.operations.values():
        messages.update((operation.input, operation.output))
        parts.update(operation.errors)
    for shape in service.shapes.values():
        parts.update(target.name for target in service.targets(shape))
    return messages - parts
