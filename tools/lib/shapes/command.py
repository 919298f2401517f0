"""usage: tools/shapes --operations NAME,NAME... --output FILE [--namespace NAME]
                    [--model FILE | --service NAME] [--order FILE]
                    [--comments FILE] [--known SHAPE=HEADER | --known shipped]...
                    [--members PATH]... [--include HEADER]
       tools/shapes --recipe FILE [--check]

Writes one header with the operations asked for and the shapes that they need.

  --operations  as the API reference spells them: DescribeInstances,RunInstances; or `all`
  --output      the file to write; - is the standard output
  --namespace   the namespace of the shapes; by default the service's name
  --model       a service model: botocore's service-2.json, plain or .gz, or Smithy's JSON AST
  --service     the name of a service in the installed botocore; by default ec2
  --order       an older model of the service, which gives the members of replies their order: EC2's
                of 2016-09-15 has the order of the wire, and the newest has another
  --comments    a JSON file with sentences for operations, shapes and members
  --known       a shape (or the service, by its name) that a header already has in the namespace
                ec2wire: InstanceState=ec2wire/ec2/instance_state.hpp. `shipped` stands for every
                shape of the service that ec2wire ships; a shipped operation is named by a
                using-declaration
  --members     only these members: Reservations.Instances.{InstanceId,State,Tags}. A path begins in
                the replies that have its first member, else in the requests (or where `request.` or
                `response.` says), and everything below its end is written. Requests and replies
                in which no path begins are written whole
  --include     the header that is included in place of ec2wire's small ones: ec2wire/ec2wire.hpp,
                if that is the single file of tools/amalgamate
  --recipe      a JSON file that describes a whole folder of headers
  --check       writes nothing; the exit status is 1 if a header would change

How things are called:

"""
import argparse
import pathlib
import sys

from . import check, find_model, folder, graph, header, names, shipped, subset
from .model import ModelError


def main(arguments=None):
    options = parse(arguments)
    try:
        return folder.main(options) if options.recipe else write_one(options)
    except (ModelError, OSError) as problem:
        print(f"shapes: {problem}", file=sys.stderr)
    except RecursionError:
        print("shapes: the model nests too deep to be read", file=sys.stderr)
    return 2


def parse(arguments):
    parser = argparse.ArgumentParser(usage=argparse.SUPPRESS, add_help=False, prog="shapes",
                                     allow_abbrev=False)
    for name in ("operations", "output", "namespace", "model", "service", "order", "comments",
                 "recipe", "include"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--known", action="append", default=[])
    parser.add_argument("--members", action="append", default=[])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    options = parser.parse_args(arguments)
    if options.help:
        print(__doc__.rstrip("\n") + "\n" + names.__doc__.split("\n", 1)[1].rstrip())
        sys.exit(0)
    if not options.recipe and not (options.operations and options.output):
        parser.error("give --operations and --output, or a --recipe; see --help")
    if options.recipe and (options.operations or options.output):
        parser.error("--operations and --output are not for a --recipe, which has its own")
    if options.check and not options.recipe:
        parser.error("--check is for a --recipe")
    if options.model and options.service:
        parser.error("give --model or --service, and not both")
    return options


def known_headers(words):
    """{shape: the header that has it already}"""
    pairs = [word.partition("=") for word in words if word != "shipped"]
    for shape, equals, path in pairs:
        if not (shape and equals and path):
            raise ModelError(f"--known is `shipped` or SHAPE=HEADER, not {shape}{equals}{path}")
    return {shape: path for shape, _, path in pairs}


def known_shapes(words, service, namespace, partial):
    """All that is known, but for the shapes of which --members wants a part."""
    explicit = known_headers(words)
    known = shipped.of(service, "shipped" in words)
    if partial and known.operations and namespace == known.namespace:
        raise ModelError(f"the namespace {namespace} has these shapes as a whole: give another "
                         "--namespace for a part of them")
    for shape in sorted(partial & explicit.keys()):
        raise ModelError(f"--members names a part of {shape}, which --known has as a whole")
    known.shapes = {s: h for s, h in (known.shapes | explicit).items() if s not in partial}
    known.operations = {name: h for name, h in known.operations.items()
                        if partial.isdisjoint((service.operations[name].input,
                                               service.operations[name].output))}
    return known


def write_one(options):
    model = options.model or find_model.installed(options.service or "ec2")
    service = find_model.read(model)
    if options.order:
        graph.take_order(service, find_model.read(options.order))
    comments = find_model.comments(options.comments) if options.comments else {}
    namespace = options.namespace or names.identifier(service.name, names.EVERYWHERE)
    asked = (sorted(service.operations) if options.operations == "all"
             else list(dict.fromkeys(name.strip() for name in options.operations.split(","))))
    operations = [service.operation(name) for name in asked]
    smaller, partial = subset.restricted(service, operations, options.members)
    known = known_shapes(options.known, service, namespace, partial)
    library = header.Library(service, namespace, known.shapes, comments, known.namespace,
                             known.operations)
    written = header.Header(library, asked, [], with_service=True, subset=smaller)
    name = "shapes.hpp" if options.output == "-" else pathlib.Path(options.output).name
    guard = header.guard_of(name, library.namespace)
    text = written.text(guard, options.include and check.header(options.include))
    if options.output == "-":
        sys.stdout.write(text)
    else:
        pathlib.Path(options.output).write_text(text)
    return 0
