"""Reads Smithy's JSON AST."""
from .model import Member, ModelError, Operation, Service, Shape

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


def is_model(description):
    return "smithy" in description and "shapes" in description


def read(description):
    shapes = description["shapes"]
    services = [(i, s) for i, s in shapes.items() if s["type"] == "service"]
    if len(services) != 1:
        raise ModelError(f"the model has {len(services)} services instead of one")
    identifier, described = services[0]
    traits = described.get("traits", {})
    service = Service(
        name=traits.get("aws.api#service", {}).get("sdkId") or _name(identifier),
        protocol=_protocol(traits), version=described["version"],
        xml_namespace=traits.get("smithy.api#xmlNamespace", {}).get("uri", ""))
    for operation in sorted(_operations(described, shapes)):
        service.operations[_name(operation)] = _operation(operation, shapes[operation])
    for name, kind in PRELUDE.items():
        service.shapes[_name(name)] = Shape(_name(name), kind)
    for name, shape in shapes.items():
        if shape["type"] not in NO_SHAPE and not name.startswith("smithy.api#"):
            service.shapes[_name(name)] = _shape(_name(name), shape)
    return service


def _name(identifier):
    return identifier.rpartition("#")[2]


def _protocol(traits):
    for trait, protocol in PROTOCOLS.items():
        if trait in traits:
            return protocol
    raise ModelError("the service speaks neither ec2Query nor awsQuery")


def _operations(container, shapes):
    """Those of a service or a resource, and of the resources below it."""
    keys = ("create", "put", "read", "update", "delete", "list")
    found = {container[key]["target"] for key in keys if key in container}
    for key in ("operations", "collectionOperations"):
        found.update(operation["target"] for operation in container.get(key, []))
    for resource in container.get("resources", []):
        found |= _operations(shapes[resource["target"]], shapes)
    return found


def _operation(identifier, shape):
    def target(key):
        name = shape.get(key, {}).get("target", UNIT)
        return "" if name == UNIT else _name(name)

    endpoint = shape.get("traits", {}).get("smithy.api#endpoint", {})
    return Operation(_name(identifier), target("input"), target("output"),
                     [_name(error["target"]) for error in shape.get("errors", [])],
                     endpoint.get("hostPrefix", ""))


def _shape(name, shape):
    traits, kind = shape.get("traits", {}), KINDS.get(shape["type"])
    if kind is None:
        raise ModelError(f"{name} is of a type that no query has: {shape['type']}")
    result = Shape(name, kind, is_union=shape["type"] == "union",
                   timestamp_format=FORMATS[traits.get("smithy.api#timestampFormat", "")])
    members = shape.get("members", {})
    if kind == "structure":
        result.members = [_member(n, m) for n, m in members.items()]
        if "smithy.api#error" in traits:
            result.error_code = traits.get("aws.protocols#awsQueryError", {}).get("code", name)
    elif kind == "list":
        result.element = _member("", shape["member"])
    elif kind == "map":
        result.key, result.element = _member("", shape["key"]), _member("", shape["value"])
    elif kind == "enum":
        result.values = [m.get("traits", {}).get("smithy.api#enumValue", n)
                         for n, m in members.items()]
    elif kind == "int_enum":
        result.values = [(n, m["traits"]["smithy.api#enumValue"]) for n, m in members.items()]
    elif kind == "string" and "smithy.api#enum" in traits:
        result.kind = "enum"
        result.values = [value["value"] for value in traits["smithy.api#enum"]]
    return result


def _member(name, member):
    traits = member.get("traits", {})
    return Member(name, _name(member["target"]), xml_name=traits.get("smithy.api#xmlName", ""),
                  query_name=traits.get("aws.protocols#ec2QueryName", ""),
                  flattened="smithy.api#xmlFlattened" in traits,
                  xml_attribute="smithy.api#xmlAttribute" in traits,
                  required="smithy.api#required" in traits,
                  idempotency_token="smithy.api#idempotencyToken" in traits,
                  timestamp_format=FORMATS[traits.get("smithy.api#timestampFormat", "")])
