"""Reads botocore's service-2.json."""
from .model import Member, ModelError, Operation, Service, Shape

PROTOCOLS = {"ec2": "ec2_query", "query": "aws_query"}
FORMATS = {"": "", "iso8601": "date_time", "unixTimestamp": "epoch_seconds",
           "rfc822": "http_date"}
KINDS = {"character": "string", "string": "string", "boolean": "boolean", "byte": "byte",
         "short": "short", "integer": "integer", "long": "long", "float": "float",
         "double": "double", "timestamp": "timestamp", "blob": "blob", "structure": "structure",
         "list": "list", "map": "map"}


def is_model(description):
    return "metadata" in description and "shapes" in description


def read(description):
    metadata, shapes = description["metadata"], description["shapes"]
    service = Service(
        name=metadata.get("serviceId") or metadata.get("endpointPrefix") or "service",
        protocol=_protocol(metadata), version=metadata["apiVersion"],
        xml_namespace=metadata.get("xmlNamespace", ""))
    for name, operation in description["operations"].items():
        service.operations[name] = Operation(
            name=name, input=operation.get("input", {}).get("shape", ""),
            output=operation.get("output", {}).get("shape", ""),
            errors=[error["shape"] for error in operation.get("errors", [])],
            host_prefix=operation.get("endpoint", {}).get("hostPrefix", ""))
    for name, shape in shapes.items():
        service.shapes[name] = _shape(name, shape, shapes)
    return service


def _protocol(metadata):
    for protocol in [metadata.get("protocol"), *metadata.get("protocols", [])]:
        if protocol in PROTOCOLS:
            return PROTOCOLS[protocol]
    raise ModelError(f"the service speaks {metadata.get('protocol')}, neither ec2 nor query")


def _shape(name, shape, shapes):
    kind = KINDS.get(shape["type"])
    if kind is None:
        raise ModelError(f"{name} is of a type that no query has: {shape['type']}")
    if kind == "string" and shape.get("enum"):
        kind = "enum"
    result = Shape(name, kind, values=list(shape.get("enum", [])),
                   timestamp_format=FORMATS[shape.get("timestampFormat", "")],
                   is_union=shape.get("union", False))
    if kind == "structure":
        required = set(shape.get("required", []))
        result.members = [_member(n, m, shapes, n in required)
                          for n, m in shape["members"].items()]
        if shape.get("exception"):
            result.error_code = shape.get("error", {}).get("code", name)
    elif kind == "list":
        result.element = _member("", shape["member"], shapes)
    elif kind == "map":
        result.key = _member("", shape["key"], shapes)
        result.element = _member("", shape["value"], shapes)
    return result


def _member(name, member, shapes, required=False):
    target = shapes.get(member["shape"], {})
    xml_name = member.get("locationName", "")
    flattened = member.get("flattened", False)
    # botocore gives a member what its list says, where it says nothing itself; the items of a list
    # that is flattened wherever it stands are named by the list's own member.
    if target.get("type") in ("list", "map"):
        flattened = flattened or target.get("flattened", False)
        if target.get("flattened") and target["type"] == "list":
            xml_name = xml_name or target["member"].get("locationName", "")
        xml_name = xml_name or target.get("locationName", "")
    return Member(name, member["shape"], xml_name=xml_name, query_name=member.get("queryName", ""),
                  flattened=flattened, xml_attribute=member.get("xmlAttribute", False),
                  required=required, idempotency_token=member.get("idempotencyToken", False),
                  timestamp_format=FORMATS[member.get("timestampFormat", "")])
