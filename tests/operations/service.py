"""Requests and replies of any operation, with every member set: as params and XML, by the model."""
import base64

TIME = 1422172800
TIME_TEXT = "2015-01-25T08:00:00Z"


def text_of(name):
    return name + " &=+/~é"


class Service:
    def __init__(self, service):
        self.service = service

    def params(self, operation):
        """The values that fill.hpp sets, for botocore's serializer."""
        name = self.service.operation(operation).input
        return self.value(self.service.shape(name), "") if name else {}

    def value(self, shape, name, path=()):
        assert shape.name not in path, f"{shape.name} is recursive: it has no full value"
        path = (*path, shape.name)
        if shape.kind == "structure":
            return {m.name: self.value(self.service.shape(m.target), m.name, path)
                    for m in shape.members}
        if shape.kind in ("list", "map"):
            one = self.value(self.service.shape(shape.element.target), name, path)
            return [one, one] if shape.kind == "list" else {text_of("a"): one, text_of("b"): one}
        return self.scalar(shape.kind, name)

    @staticmethod
    def scalar(kind, name):
        if kind in ("string", "enum"):
            return text_of(name)
        if kind == "blob":
            return text_of(name).encode()
        if kind == "boolean":
            return True
        if kind == "timestamp":
            return TIME
        return len(name) + .5 if kind in ("float", "double") else len(name.encode())

    # ---- replies ----

    def reply(self, operation):
        """An XML reply with every member, lists of two, in the order of the model."""
        inside = self.content(self.service.shape(self.service.operation(operation).output), "") \
            if self.service.operation(operation).output else ""
        if self.service.protocol == "ec2_query":
            return (f'<?xml version="1.0" encoding="UTF-8"?>\n<{operation}Response xmlns='
                    f'"{self.service.xml_namespace}">\n    <requestId>id-1</requestId>\n'
                    f"    {inside}\n</{operation}Response>")
        return (f'<{operation}Response xmlns="{self.service.xml_namespace}"><{operation}Result>'
                f"{inside}</{operation}Result><ResponseMetadata><RequestId>id-1</RequestId>"
                f"</ResponseMetadata></{operation}Response>")

    def content(self, shape, name):
        """The content of a value's element."""
        if shape.kind == "structure":
            return "".join(self.member(member) for member in shape.members)
        if shape.kind == "list":
            item = shape.element.xml_name or (
                "item" if self.service.protocol == "ec2_query" else "member")
            element = self.content(self.service.shape(shape.element.target), name)
            return f"<{item}>{element}</{item}>" * 2
        if shape.kind == "map":
            return "".join(f"<entry>{self.entry(shape, key, name)}</entry>" for key in "ab")
        return self.text(shape, name)

    def member(self, member):
        shape, name = self.service.shape(member.target), member.xml_name or member.name
        if not member.flattened:
            return f"<{name}>{self.content(shape, member.name)}</{name}>"
        if shape.kind == "map":
            return "".join(f"<{name}>{self.entry(shape, key, member.name)}</{name}>"
                           for key in "ab")
        element = self.content(self.service.shape(shape.element.target), member.name)
        return f"<{name}>{element}</{name}>" * 2

    def entry(self, shape, key, name):
        keys, values = shape.key.xml_name or "key", shape.element.xml_name or "value"
        value = self.content(self.service.shape(shape.element.target), name)
        return f"<{keys}>{key}</{keys}><{values}>{value}</{values}>"

    def text(self, shape, name):
        if shape.kind == "timestamp":
            return TIME_TEXT
        value = self.scalar(shape.kind, name)
        if isinstance(value, bytes):
            return base64.b64encode(value).decode()
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value).replace("&", "&amp;").replace("<", "&lt;")
