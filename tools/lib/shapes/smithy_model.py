"""Reads Smithy's JSON AST."""
from . import check, node
from .model import Member, ModelError, Operation, Service, Shape, says_base64

PROTOCOLS = {"aws.protocols#ec2Query": "ec2_query", "aws.protocols#awsQuery": "aws_query"}
FORMATS = {"": "", "date-time": "date_time", "epoch-seconds": "epoch_seconds",
           "http-date": "http_date"}
KINDS = {"string": "string", "boolean": "boolean", "byte": "byte", "short": "short",
         "integer": "integer", "long": "long", "float": "float", "double": "double",
         "timestamp": "timestamp", "blob": "blob", "structure": "structure", "union": "structure",
         "list": "list", "set": "list", "map": "map", "enum": "enum", "intEnum": "int_enum"}
# What every model may name without having it.
PRELUDE = {f"smithy.api#{name}": name.removeprefix("Primitive").lower()
           for name in ("String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double",
                        "Timestamp", "Blob", "PrimitiveBoolean", "PrimitiveByte", "PrimitiveShort",
                        "PrimitiveInteger", "PrimitiveLong", "PrimitiveFloat", "PrimitiveDouble")}
UNIT = "smithy.api#Unit"
NO_SHAPE = ("service", "operation", "resource")


def is_model(document):
    document = node.root(document)
    return "smithy" in document and "shapes" in document


def read(document):
    """The service that a document describes: parsed JSON, or the Node of it."""
    document = node.root(document)
    shapes = document.get("shapes")
    services = [(i, s) for i, s in shapes.items() if s.text("type") == "service"]
    if len(services) != 1:
        raise ModelError(f"the model has {len(services)} services instead of one")
    identifier, described = services[0]
    traits = described.node("traits")
    service = Service(
        name=traits.node("aws.api#service").text("sdkId", "") or _name(identifier),
        protocol=_protocol(traits), version=described.text("version"),
        xml_namespace=traits.node("smithy.api#xmlNamespace").text("uri", ""))
    for operation in sorted(_operations(described, shapes)):
        _add(service.operations, _operation(operation, shapes.get(operation)), operation)
    for name, kind in PRELUDE.items():
        service.shapes[name] = Shape(name, kind)
    for name, shape in shapes.items():
        if shape.text("type") not in NO_SHAPE and not name.startswith("smithy.api#"):
            _add(service.shapes, _shape(_name(name), shape), name)
    check.model(service)
    return service


def _add(table, described, identifier):
    """Two namespaces of a model may have a shape of one name; a service has it once."""
    if table.setdefault(described.name, described) != described:
        raise ModelError(f"the model has two shapes called {described.name}, of which {identifier} "
                         "is the later")


def _name(identifier):
    """What a service calls it. What every model has keeps its namespace, for one may have a String
    of its own."""
    return identifier if identifier in PRELUDE else identifier.rpartition("#")[2]


def _protocol(traits):
    for trait, protocol in PROTOCOLS.items():
        if trait in traits:
            return protocol
    raise ModelError("the service has neither the trait ec2Query nor awsQuery; only these can be written")


def _operations(service, shapes):
    """Those of a service and of its resources, and of the resources below them."""
    keys = ("create", "put", "read", "update", "delete", "list")
    found, seen, todo = set(), set(), [service]
    while todo:
        container = todo.pop()
        found.update(container.get(key).text("target") for key in keys if key in container)
        for key in ("operations", "collectionOperations"):
            found.update(operation.text("target") for operation in container.list(key))
        below = {resource.text("target") for resource in container.list("resources")} - seen
        todo += [shapes.get(name) for name in sorted(below)]
        seen |= below
    return found


def _operation(identifier, shape):
    def target(key):
        name = shape.node(key).text("target", UNIT)
        return "" if name == UNIT else _name(name)

    endpoint = shape.node("traits").node("smithy.api#endpoint")
    return Operation(_name(identifier), target("input"), target("output"),
                     [_name(error.text("target")) for error in shape.list("errors")],
                     endpoint.text("hostPrefix", ""))


def _shape(name, shape):
    traits, kind = shape.node("traits"), KINDS.get(shape.text("type"))
    if kind is None:
        raise ModelError(f"{name} has a type that the Query protocols do not have: {shape.text('type')}")
    if shape.list("mixins"):
        raise ModelError(f"{name} has mixins: flatten the model first")
    result = Shape(name, kind, is_union=shape.text("type") == "union",
                   timestamp_format=traits.word("smithy.api#timestampFormat", FORMATS))
    members = shape.items("members")
    if kind == "structure":
        result.members = [_member(n, m) for n, m in members]
        if "smithy.api#error" in traits:
            result.error_code = traits.node("aws.protocols#awsQueryError").text("code", name)
    elif kind == "list":
        result.element = _member("", shape.get("member"))
    elif kind == "map":
        result.key, result.element = _member("", shape.get("key")), _member("", shape.get("value"))
    elif kind == "enum":
        result.values = [m.node("traits").text("smithy.api#enumValue", n) for n, m in members]
    elif kind == "int_enum":
        result.values = [(n, m.node("traits").number("smithy.api#enumValue")) for n, m in members]
    elif kind == "string" and "smithy.api#enum" in traits:
        result.kind = "enum"
        result.values = [value.text("value") for value in traits.list("smithy.api#enum")]
    return result


def _member(name, member):
    traits = member.node("traits")
    return Member(name, _name(member.text("target")),
                  xml_name=traits.text("smithy.api#xmlName", ""),
                  query_name=traits.text("aws.protocols#ec2QueryName", ""),
                  flattened="smithy.api#xmlFlattened" in traits,
                  xml_attribute="smithy.api#xmlAttribute" in traits,
                  required="smithy.api#required" in traits,
                  idempotency_token="smithy.api#idempotencyToken" in traits,
                  is_base64=says_base64(traits.text("smithy.api#documentation", "")),
                  timestamp_format=traits.word("smithy.api#timestampFormat", FORMATS))
