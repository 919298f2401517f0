"""Reads botocore's service-2.json."""
from . import check, node
from .model import Member, ModelError, Operation, Service, Shape, says_base64

PROTOCOLS = {"ec2": "ec2_query", "query": "aws_query"}
FORMATS = {"": "", "iso8601": "date_time", "unixTimestamp": "epoch_seconds",
           "rfc822": "http_date"}
KINDS = {"character": "string", "string": "string", "boolean": "boolean", "byte": "byte",
         "short": "short", "integer": "integer", "long": "long", "float": "float",
         "double": "double", "timestamp": "timestamp", "blob": "blob", "structure": "structure",
         "list": "list", "map": "map"}


def is_model(document):
    document = node.root(document)
    return "metadata" in document and "shapes" in document


def read(document):
    """The service that a document describes: parsed JSON, or the Node of it."""
    document = node.root(document)
    metadata, shapes = document.get("metadata"), document.get("shapes")
    name = metadata.text("serviceId", "") or metadata.text("endpointPrefix", "") or "service"
    service = Service(name=name, protocol=_protocol(metadata), version=metadata.text("apiVersion"),
                      xml_namespace=metadata.text("xmlNamespace", ""))
    for name, operation in document.items("operations"):
        service.operations[name] = Operation(
            name=name, input=operation.node("input").text("shape", ""),
            output=operation.node("output").text("shape", ""),
            errors=[error.text("shape") for error in operation.list("errors")],
            host_prefix=operation.node("endpoint").text("hostPrefix", ""))
    for name, shape in shapes.items():
        service.shapes[name] = _shape(name, shape, shapes)
    check.model(service)
    return service


def _protocol(metadata):
    for protocol in [metadata.text("protocol", ""), *metadata.texts("protocols")]:
        if protocol in PROTOCOLS:
            return PROTOCOLS[protocol]
    raise ModelError(f"the service speaks {metadata.text('protocol', '') or 'nothing'}; only ec2 and "
                     "query can be written")


def _shape(name, shape, shapes):
    kind = KINDS.get(shape.text("type"))
    if kind is None:
        raise ModelError(f"{name} has a type that the Query protocols do not have: {shape.text('type')}")
    values = shape.texts("enum")
    if kind == "string" and values:
        kind = "enum"
    result = Shape(name, kind, values=values, timestamp_format=shape.word("timestampFormat", FORMATS),
                   is_union=shape.flag("union"))
    if kind == "structure":
        required = set(shape.texts("required"))
        result.members = [_member(n, m, shapes, n in required) for n, m in shape.items("members")]
        if shape.flag("exception"):
            result.error_code = shape.node("error").text("code", name)
    elif kind == "list":
        result.element = _member("", shape.get("member"), shapes)
    elif kind == "map":
        result.key = _member("", shape.get("key"), shapes)
        result.element = _member("", shape.get("value"), shapes)
    return result


def _member(name, member, shapes, required=False):
    target = shapes.node(member.text("shape"))
    xml_name = member.text("locationName", "")
    flattened = member.flag("flattened")
    # botocore gives a member what its list says, where it says nothing itself; the items of a list
    # that is flattened wherever it stands are named by the list's own member.
    kind = target.text("type", "")
    if kind in ("list", "map"):
        flattened = flattened or target.flag("flattened")
        if target.flag("flattened") and kind == "list":
            xml_name = xml_name or target.get("member").text("locationName", "")
        xml_name = xml_name or target.text("locationName", "")
    return Member(name, member.text("shape"), xml_name=xml_name,
                  query_name=member.text("queryName", ""), flattened=flattened,
                  xml_attribute=member.flag("xmlAttribute"), required=required,
                  idempotency_token=member.flag("idempotencyToken"),
                  is_base64=says_base64(member.text("documentation", "")),
                  timestamp_format=member.word("timestampFormat", FORMATS))
