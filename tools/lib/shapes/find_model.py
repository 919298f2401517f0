"""Finds the model of a service: a file, or the botocore that this Python has."""
import gzip
import importlib.util
import json
import pathlib

from . import botocore_model, smithy_model
from .model import ModelError


def read(path):
    data = pathlib.Path(path).read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    try:
        description = json.loads(data)
    except ValueError as problem:
        raise ModelError(f"{path} is no JSON: {problem}") from None
    for form in (botocore_model, smithy_model):
        if isinstance(description, dict) and form.is_model(description):
            return form.read(description)
    raise ModelError(f"{path} is neither a service-2.json of botocore nor Smithy's JSON AST")


def installed(service, version="*"):
    """A model of a service in the botocore at hand: the newest, if no version is named."""
    found = importlib.util.find_spec("botocore")
    if found is None or not found.submodule_search_locations:
        raise ModelError("no --model is given, and this Python has no botocore: install "
                         "python3-botocore, or botocore by pip")
    folder = pathlib.Path(found.submodule_search_locations[0]) / "data" / service
    models = sorted(folder.glob(f"{version}/service-2.json*"))
    if not models:
        raise ModelError(f"botocore has no service {service}, or not this version")
    return models[-1]


def botocore_version():
    """Of the botocore at hand, or nothing where there is none."""
    import importlib.metadata
    try:
        return importlib.metadata.version("botocore")
    except importlib.metadata.PackageNotFoundError:
        return ""
