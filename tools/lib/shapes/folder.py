"""Writes a whole folder of headers by a recipe.

    {
        "service": "ec2",                     the model, of the botocore of this version
        "botocore": "1.43.11",
        "order": "2016-09-15",                if an older model has the members as the wire does
        "namespace": "ec2wire",
        "folder": "include/ec2wire/ec2",      from the recipe's project; included as `include` says
        "include": "ec2wire/ec2",
        "comments": "ec2_comments.json",      beside the recipe
        "operations": ["StartInstances"],     each has a header of its name
        "known": {"EC2": "ec2wire/ec2/service.hpp"},
        "headers": ["start_instances.hpp"]    what comes out
    }

A shape that one header alone uses is in that header; one that several use has a header of its own,
where what it alone uses is as well. Errors have no shapes: service_error holds what they say.
"""
import json
import pathlib

from . import find_model, graph, header, names, node
from .model import ModelError


def read(path):
    """A recipe, and the comments that it names."""
    document = node.parse(path.read_bytes(), path.name)
    recipe = {key: document.text(key) for key in ("service", "botocore", "namespace", "folder",
                                                  "include", "comments")}
    recipe |= {key: document.get(key) and document.texts(key) for key in ("operations", "headers")}
    recipe["known"] = {name: header.of(str) for name, header in document.items("known")}
    recipe["order"] = document.text("order", "")
    return recipe, find_model.comments(path.parent / recipe["comments"])


def place(path, recipe):
    """The folder of the recipe that stands at `path`."""
    for parent in path.resolve().parents:
        if (parent / recipe["folder"]).is_dir():
            return parent / recipe["folder"]
    raise ModelError(f"no folder above {path.name} has a folder {recipe['folder']}")


def headers(recipe, comments):
    """{name of the file: its text}"""
    service = find_model.read(find_model.installed(recipe["service"]))
    if recipe["order"]:
        graph.take_order(service, find_model.read(
            find_model.installed(recipe["service"], recipe["order"])))
    library = header.Library(service, recipe["namespace"], recipe["known"], comments,
                             recipe["namespace"])
    roots = {}
    for name in recipe["operations"]:
        operation = service.operation(name)
        roots[f"operation {name}"] = [operation.input, operation.output]
    owner = graph.owners(service, roots, library.known)
    apart = sorted({o for o in owner.values() if not o.startswith("operation ")})

    def file_of(home):
        if home.startswith("operation "):
            return names.words(home.removeprefix("operation ")) + ".hpp"
        return library.names.shapes[home].rstrip("_") + ".hpp"

    def home(homes_shapes, operations, shapes):
        elsewhere = {s: f"{recipe['include']}/{file_of(o)}" for s, o in owner.items()
                     if o != homes_shapes}
        name = file_of(homes_shapes)
        guard = header.guard_of(f"{recipe['include']}/{name}", recipe["namespace"])
        return name, header.Header(library, operations, shapes, elsewhere,
                                   with_errors=False).text(guard)

    written = [home(f"operation {o}", [o], []) for o in recipe["operations"]]
    written += [home(shape, [], [shape]) for shape in apart]
    return dict(written)


def main(options):
    path = pathlib.Path(options.recipe).resolve()
    recipe, comments = read(path)
    have = find_model.botocore_version()
    if have != recipe["botocore"]:
        raise ModelError(f"the recipe is for botocore {recipe['botocore']}, and {have or 'none'} is "
                         "installed")
    target, written = place(path, recipe), headers(recipe, comments)
    differing = [name for name, text in sorted(written.items())
                 if not (target / name).is_file() or (target / name).read_text() != text]
    listed = sorted(written) == sorted(recipe["headers"])
    if options.check:
        for name in differing:
            print(f"{name} is not what the model gives: run tools/shapes --recipe {options.recipe}")
        if not listed:
            print(f"the recipe's list of headers should be {sorted(written)}")
        return 0 if listed and not differing else 1
    for name in differing:
        (target / name).write_text(written[name])
    if not listed:
        print("headers:", json.dumps(sorted(written)))
    return 0
