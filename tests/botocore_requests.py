#!/usr/bin/env python3
"""Compares what `ec2wire encode` prints for random requests with what botocore's serializer sends.

usage: botocore_requests.py COMMAND [SEED]

Uses only botocore's model of EC2 and its serializer: no network, no credentials.
"""
import pathlib
import random
import sys
import tempfile
import urllib.parse

sys.dont_write_bytecode = True
from cases import case, command_and_seed, expect, run_cases, skip  # noqa: E402

try:
    import botocore.exceptions
    import botocore.loaders
    import botocore.model
    import botocore.serialize
except ImportError:
    skip("botocore is missing")

COUNT = 150

# Every class of character that an escape can get wrong: unreserved, reserved, space and '+',
# what is next to a class, controls, and UTF-8 of two, three and four bytes.
ALPHABET = [chr(c) for c in range(128)] + list("éßЖ€中\u202e\ufeff\ufffd😀\U0010ffff\x80\u07ff\u0800")
FLAGS = {"StartInstances": ["DryRun"],
         "StopInstances": ["DryRun", "Force", "Hibernate", "SkipOsShutdown"]}


class Requests:
    """The same sequence of parameters for the same seed, of those that the model has."""

    def __init__(self, seed, model):
        self.choice = random.Random(seed)
        self.flags = {}
        for operation, flags in FLAGS.items():
            known = model.operation_model(operation).input_shape.members
            self.flags[operation] = [flag for flag in flags if flag in known]
            for flag in flags:
                if flag not in known:
                    print(f"SKIPPED {flag}: the installed botocore does not know it")

    def text(self):
        c = self.choice
        return "".join(c.choice(ALPHABET) for _ in range(c.choice((0, 1, 2, 5, 17, 200))))

    def instance_id(self):
        c = self.choice
        return self.text() if c.random() < .2 else f"i-{c.getrandbits(68):017x}"

    def ids(self):
        c = self.choice
        count = c.choice((1, 2, 9, 10, 11, 12, 99, 100, 101, 150, c.randint(1, 150)))
        return [self.instance_id() for _ in range(count)]

    def next(self):
        c = self.choice
        operation = c.choice(list(FLAGS))
        parameters = {"InstanceIds": self.ids()}
        for flag in self.flags[operation]:
            value = c.choice((None, True, False))
            if value is not None:
                parameters[flag] = value
        if operation == "StartInstances" and c.random() < .7:
            parameters["AdditionalInfo"] = self.text()
        return operation, parameters


def kebab(name):
    return "".join("-" + c.lower() if c.isupper() else c for c in name).lstrip("-")


def option(name, value, folder):
    if isinstance(value, bool):
        return [f"--{'' if value else 'no-'}{kebab(name)}"]
    texts = value if isinstance(value, list) else [value]
    return [f"--{kebab(name)}", *(argument(text, folder) for text in texts)]


def argument(text, folder):
    """The value, or a file with it if no shell could pass it."""
    if "\0" not in text and not text.startswith(("--", "file://")):
        return text.encode()
    path = pathlib.Path(folder) / str(len(list(pathlib.Path(folder).iterdir())))
    path.write_bytes(text.encode())
    return f"file://{path}"


def canonical(pairs):
    """The canonical query, independent of the tested code: in byte order of the keys, escaped as in RFC 3986."""
    def escape(text):
        return urllib.parse.quote(text.encode(), safe="-_.~")

    ordered = sorted(pairs.items(), key=lambda pair: pair[0].encode())
    return "&".join(f"{escape(key)}={escape(value)}" for key, value in ordered)


def ec2_model():
    description = botocore.loaders.Loader().load_service_model("ec2", "service-2")
    return botocore.model.ServiceModel(description)


def serializer(model):
    serialize = botocore.serialize.create_serializer("ec2")

    def pairs(operation, parameters):
        return serialize.serialize_to_request(parameters, model.operation_model(operation))["body"]
    return pairs


@case
def every_request_is_what_botocore_sends_in_canonical_order(run, seed):
    model = ec2_model()
    botocore_pairs, requests = serializer(model), Requests(seed, model)
    ids = 0
    for n in range(COUNT):
        operation, parameters = requests.next()
        with tempfile.TemporaryDirectory() as folder:
            names = list(parameters)
            requests.choice.shuffle(names)  # the order of the options says nothing
            options = [w for name in names for w in option(name, parameters[name], folder)]
            query = run.answer("encode", operation, *options)
        about = f"request {n}, {operation} {parameters}"
        assert query.endswith("\n") and query.count("\n") == 1, about
        query = query[:-1]
        expected = botocore_pairs(operation, parameters)
        got = urllib.parse.parse_qsl(query, keep_blank_values=True, strict_parsing=True,
                                     max_num_fields=1000, errors="strict")
        expect(len(dict(got)), len(got), about)
        expect(dict(got), expected, about)
        expect(query, canonical(expected), about)
        ids += len(parameters["InstanceIds"])
    return f"{COUNT} requests of {ids} instance ids"


@case
def both_refuse_a_request_without_the_ids(run, seed):
    botocore_pairs = serializer(ec2_model())
    for operation in FLAGS:
        try:
            botocore_pairs(operation, {})
            raise AssertionError("botocore sends a request without instance ids")
        except botocore.exceptions.ParamValidationError:
            pass
        outcome = run("encode", operation)
        expect(outcome.status, 2)
        assert "InstanceIds: a required member is missing" in outcome.err, outcome


if __name__ == "__main__":
    run_cases(*command_and_seed(__doc__))
