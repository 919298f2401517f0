"""usage: tools/shapes --operations NAME,NAME... --output FILE [--namespace NAME]
                    [--model FILE | --service NAME] [--order FILE]
                    [--comments FILE] [--known SHAPE=HEADER]...
       tools/shapes --recipe FILE [--check]

Writes one header with the operations asked for and the shapes that they need.

  --operations  as the API reference spells them: DescribeInstances,RunInstances; or `all`
  --output      the header; - writes it to the standard output
  --namespace   of the shapes; without it the service's own name
  --model       a service model: botocore's service-2.json, plain or .gz, or Smithy's JSON AST
  --service     a model of the botocore that this Python has; ec2 if nothing is said
  --order       an older model of the service, whose order of members the replies keep: that of EC2
                of 2016-09-15 has them as the wire does, the newest has not
  --comments    a JSON file with sentences for operations, shapes and members
  --known       a shape (or the service, by its name) that a header has already in the namespace
                ec2wire: InstanceState=ec2wire/ec2/instance_state.hpp
  --recipe      a JSON file that says what a whole folder of headers is made of
  --check       writes nothing; the exit status is 1 if a header would change

How things are called:

"""
import argparse
import pathlib
import sys

from . import find_model, folder, graph, header, names
from .model import ModelError


def main(arguments=None):
    options = parse(arguments)
    try:
        return folder.main(options) if options.recipe else write_one(options)
    except (ModelError, OSError) as problem:
        print(f"shapes: {problem}", file=sys.stderr)
    except RecursionError:
        print("shapes: the model nests too deep", file=sys.stderr)
    return 2


def parse(arguments):
    parser = argparse.ArgumentParser(usage=argparse.SUPPRESS, add_help=False, prog="shapes",
                                     allow_abbrev=False)
    for name in ("operations", "output", "namespace", "model", "service", "order", "comments",
                 "recipe"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--known", action="append", default=[])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    options = parser.parse_args(arguments)
    if options.help:
        print(__doc__.rstrip("\n") + "\n" + names.__doc__.split("\n", 1)[1].rstrip())
        sys.exit(0)
    if not options.recipe and not (options.operations and options.output):
        parser.error("--operations and --output are needed; --help tells more")
    return options


def known_headers(words):
    pairs = [word.partition("=") for word in words]
    for shape, equals, path in pairs:
        if not (shape and equals and path):
            raise ModelError(f"--known is SHAPE=HEADER, not {shape}{equals}{path}")
    return {shape: path for shape, _, path in pairs}


def write_one(options):
    model = options.model or find_model.installed(options.service or "ec2")
    service = find_model.read(model)
    if options.order:
        graph.take_order(service, find_model.read(options.order))
    comments = find_model.comments(options.comments) if options.comments else {}
    namespace = options.namespace or names.identifier(service.name, names.EVERYWHERE)
    library = header.Library(service, namespace, known_headers(options.known), comments)
    asked = (sorted(service.operations) if options.operations == "all"
             else list(dict.fromkeys(name.strip() for name in options.operations.split(","))))
    written = header.Header(library, asked, [], with_service=True)
    name = "shapes.hpp" if options.output == "-" else pathlib.Path(options.output).name
    guard = header.guard_of(name, library.namespace)
    text = written.text(guard)
    if options.output == "-":
        sys.stdout.write(text)
    else:
        pathlib.Path(options.output).write_text(text)
    return 0
