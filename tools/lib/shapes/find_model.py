"""Finds the model of a service: a file, or the botocore that this Python has."""
import gzip
import importlib.util
import pathlib
import zlib

from . import botocore_model, node, smithy_model
from .model import ModelError, unknown


def read(path):
    data = pathlib.Path(path).read_bytes()
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (EOFError, OSError, zlib.error) as problem:
            raise ModelError(f"{pathlib.Path(path).name} is not a gzip file: {problem}") from None
    document = node.parse(data, pathlib.Path(path).name)
    for form in (botocore_model, smithy_model):
        if form.is_model(document):
            return form.read(document)
    raise ModelError(f"{pathlib.Path(path).name} is neither a service-2.json of botocore nor Smithy's JSON AST")


def installed(service, version=""):
    """A model of a service in the botocore at hand: the newest, if no version is named."""
    found = importlib.util.find_spec("botocore")
    if found is None or not found.submodule_search_locations:
        raise ModelError("this Python has no botocore: give a --model, or install python3-botocore")
    data = pathlib.Path(found.submodule_search_locations[0]) / "data"
    services = [folder.name for folder in data.iterdir() if folder.is_dir()]
    if service not in services:
        raise unknown("botocore has no service", service, services)
    models = sorted((data / service).glob("*/service-2.json*"))
    if version:
        models = [path for path in models if path.parent.name == version]
    if not models:
        raise ModelError(f"botocore has no model of {service}"
                         + (f" of {version}" if version else ""))
    return models[-1]


def comments(path):
    """{"operations", "shapes" or "members": {what it is about: a sentence}}"""
    document = node.parse(pathlib.Path(path).read_bytes(), pathlib.Path(path).name)
    return {kind: {name: text.of(str) for name, text in table.items()}
            for kind, table in document.items()}


def botocore_version():
    """Of the botocore at hand, or nothing where there is none."""
    import importlib.metadata
    try:
        return importlib.metadata.version("botocore")
    except importlib.metadata.PackageNotFoundError:
        return ""
