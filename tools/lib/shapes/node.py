"""Reads JSON whose form is not trusted: each word of it has the type that is asked for, or a
ModelError says in which place it has not.
"""
import json

from .model import ModelError

TYPES = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a number"}


class Node:
    """A value in a JSON document, and where it stands."""

    def __init__(self, value, place):
        self.value, self.place = value, place

    def __contains__(self, key):
        return key in self.of(dict)

    def of(self, type_):
        # A bool is an int to Python, and no number to JSON.
        if not isinstance(self.value, type_) or isinstance(self.value, bool) and type_ is int:
            raise ModelError(f"{self.place} is not {TYPES[type_]}")
        return self.value

    def get(self, key):
        """A member that must be there."""
        if key not in self:
            raise ModelError(f"{self.place} has no {_shown(key)}")
        return Node(self.value[key], f"{self.place}.{_shown(key)}")

    def text(self, key, default=None):
        return self._value(key, str, default)

    def flag(self, key):
        return self._value(key, bool, False)

    def number(self, key):
        return self._value(key, int, None)

    def node(self, key):
        """An object, empty if it is not there."""
        return self.get(key) if key in self else Node({}, f"{self.place}.{_shown(key)}")

    def items(self, key=None):
        """(key, value) of an object; of a member of it, which may be missing, by its name."""
        node = self if key is None else self.node(key)
        return [(k, node.get(k)) for k in node.of(dict)]

    def list(self, key):
        """The elements of a list, none if it is not there."""
        if key not in self:
            return []
        node = self.get(key)
        return [Node(v, f"{node.place}[{n}]") for n, v in enumerate(node.of(list))]

    def texts(self, key):
        return [node.of(str) for node in self.list(key)]

    def word(self, key, words):
        """What a text that is one of these stands for; that of "" if there is none."""
        text = self.text(key, "")
        if text not in words:
            raise ModelError(f"{self.place}.{key} is {_shown(text)}, and not one of "
                             f"{', '.join(filter(None, words))}")
        return words[text]

    def _value(self, key, type_, default):
        if key not in self and default is not None:
            return default
        return self.get(key).of(type_)


def root(document):
    """The Node of a whole model, which may be one already."""
    return document if isinstance(document, Node) else Node(document, "the model")


def parse(data, about):
    """The document that these bytes are, called `about`."""
    try:
        return Node(json.loads(data), about)
    except ValueError as problem:
        raise ModelError(f"{about} is not JSON: {problem}") from None


def _shown(text):
    """A text of the document as a message of one line has it."""
    return text if text.isprintable() else ascii(text)
