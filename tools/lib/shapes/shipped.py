"""The shapes and operations that headers of ec2wire have already, by the recipes of its folders."""
import pathlib
import re
from dataclasses import dataclass, field

from . import folder, names
from .model import ModelError


@dataclass
class Shipped:
    namespace: str = "ec2wire"
    shapes: dict = field(default_factory=dict)  # {shape, or the service's name: header}
    operations: dict = field(default_factory=dict)  # {operation: header}


def recipe_of(service):
    """The recipe of the folder that this service has in ec2wire, and where it stands; or nothing."""
    for path in sorted(pathlib.Path(__file__).parent.glob("*.json")):
        if not path.name.endswith("_comments.json"):
            recipe, _ = folder.read(path)
            if service.name in recipe["known"]:
                return recipe, path
    return None, None


def of(service, is_wanted=True):
    """What ec2wire has of the service; only in which namespace it would be, if that is all wanted."""
    recipe, path = recipe_of(service)
    if not is_wanted:
        return Shipped(recipe["namespace"] if recipe else "ec2wire")
    if recipe is None:
        raise ModelError(f"--known shipped: ec2wire has no headers of the service {service.name}")
    place, spelled = folder.place(path, recipe), names.Names(service, True)
    declared = {}
    for header in recipe["headers"]:
        for name in re.findall(r"^(?:using|enum class) (\w+)", (place / header).read_text(), re.M):
            declared[name] = f"{recipe['include']}/{header}"
    shapes = {shape: declared[name] for shape, name in spelled.shapes.items() if name in declared}
    operations = {name: declared[spelled.requests[name]] for name in service.operations
                  if {spelled.requests[name], spelled.responses[name]} <= declared.keys()}
    return Shipped(recipe["namespace"], {**shapes, **recipe["known"]}, operations)
