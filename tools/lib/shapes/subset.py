"""Members that are asked for, and the service that has no others.

    Reservations.Instances.{InstanceId,State,Tags}

A path goes from a message through its members, by their names in the API reference; lists and maps
in between are stepped over. Where it ends, all that is below belongs to it.
"""
import dataclasses
import re

from .model import ModelError, unknown

BEGINNINGS = ("request.", "response.")


def paths(text):
    """["Reservations.Instances.{InstanceId,State}"] is [[Reservations, Instances, InstanceId], ...]"""
    tokens = re.findall(r"[A-Za-z0-9_:-]+|\S", text)
    found = _alternatives(tokens)
    if tokens:
        raise ModelError(f"--members {ascii(text)}: {tokens[0]} is one too many")
    return found


def _alternatives(tokens):
    """a,b.c"""
    found = _path(tokens)
    while tokens and tokens[0] == ",":
        del tokens[0]
        found += _path(tokens)
    return found


def _path(tokens):
    """a.{b,c}"""
    found = _step(tokens)
    while tokens and tokens[0] == ".":
        del tokens[0]
        more = _step(tokens)
        found = [begin + end for begin in found for end in more]
    return found


def _step(tokens):
    token = tokens.pop(0) if tokens else "the end"
    if token == "{":
        found = _alternatives(tokens)
        if not tokens or tokens.pop(0) != "}":
            raise ModelError("--members has a { without its }")
        return found
    if not re.match(r"[A-Za-z_]", token) or token == "the end":
        raise ModelError(f"--members has {token} where a member's name is expected")
    return [[token]]


class Kept:
    """The members of each shape that are kept: {shape: their names}. One that is not here is whole."""

    def __init__(self, service):
        self.service, self.members, self.whole = service, {}, set()

    def keep_all(self, name):
        todo = [name] if name else []
        while todo:
            name = todo.pop()
            if name not in self.whole:
                self.whole.add(name)
                todo += [target.name for target in self.service.targets(self.service.shape(name))]

    def keep(self, shape, path):
        """Follows a path from a structure."""
        for place, name in enumerate(path):
            while shape.kind in ("list", "map"):
                shape = self.service.shape(shape.element.target)
            if shape.kind != "structure":
                raise ModelError(f"--members: {'.'.join(path[:place])} has no members")
            by_name = {m.name: m for m in shape.members}
            if name not in by_name:
                owner = ".".join(path[:place]) or shape.name
                raise unknown(f"--members: {owner} has no member", name, by_name)
            self.members.setdefault(shape.name, set()).add(name)
            shape = self.service.shape(by_name[name].target)
        self.keep_all(shape.name)


def restricted(service, operations, members):
    """The service with those members alone in the messages that a path begins in, and the names of the
    shapes that are not whole in it. Each path begins in the replies that have its first member, or else
    in the requests; `request.` or `response.` before it says in which."""
    kept, begun = Kept(service), set()
    inputs = {o.input: service.shape(o.input) for o in operations if o.input}
    outputs = {o.output: service.shape(o.output) for o in operations if o.output}
    for path in (path for text in members for path in paths(text)):
        places = [outputs, inputs]
        if len(path) > 1 and f"{path[0]}." in BEGINNINGS:
            places, path = [inputs if path[0] == "request" else outputs], path[1:]
        begins = _beginnings(places, path[0])
        for message in begins:
            kept.keep(message, path)
        begun |= {message.name for message in begins}
    for message in [*inputs, *outputs, *(e for o in operations for e in o.errors)]:
        if message not in begun:
            kept.keep_all(message)
    shapes = {name: _without(shape, kept) for name, shape in service.shapes.items()}
    return dataclasses.replace(service, shapes=shapes), kept.members.keys() - kept.whole


def _beginnings(places, name):
    for messages in places:
        found = [m for m in messages.values() if name in {member.name for member in m.members}]
        if found:
            return found
    every = [member.name for messages in places for m in messages.values() for member in m.members]
    raise unknown("--members: none of the operations has a member", name, every)


def _without(shape, kept):
    names = kept.members.get(shape.name)
    if names is None or shape.name in kept.whole:
        return shape
    return dataclasses.replace(shape, members=[m for m in shape.members if m.name in names],
                               left_out=[m for m in shape.members if m.name not in names])
