"""Which shapes hold which: what is needed, in which order, and in which header.

Like the names, all of it follows from the whole model (needed() and headers() excepted, which are
about the operations asked for).
"""


def inputs_and_outputs(service):
    """The names of the shapes that requests are made of, and of those of replies and errors."""
    requests, replies = set(), set()
    for operation in service.operations.values():
        _reach(service, operation.input, requests)
        for name in (operation.output, *operation.errors):
            _reach(service, name, replies)
    return requests, replies


def _reach(service, name, seen):
    todo = [name] if name else []
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += [target.name for target in service.targets(service.shape(name))]


def take_order(service, older):
    """Puts the members of replies that an older model has too in its order, before the others."""
    _, replies = inputs_and_outputs(service)
    for name in replies & older.shapes.keys():
        place = {m.name: n for n, m in enumerate(older.shapes[name].members)}
        service.shapes[name].members.sort(key=lambda m: place.get(m.name, len(place)))


def indirect_members(service):
    """The members (shape, member) through which a structure would hold itself without end: each
    closes a cycle of structures, with no list and no map in between."""
    found, done, path = set(), set(), []

    def visit(name):
        path.append(name)
        for member in service.shapes[name].members:
            if service.shape(member.target).kind != "structure":
                continue
            if member.target in path:
                found.add((name, member.name))
            elif member.target not in done:
                visit(member.target)
        done.add(path.pop())

    for name, shape in service.shapes.items():
        if shape.kind == "structure" and name not in done:
            visit(name)
    return found


def named_parts(service, shape, known=()):
    """The structures and enumerations that a structure's members name, through lists and maps."""
    parts, todo = [], list(reversed(service.targets(shape)))
    while todo:
        target = todo.pop()
        if target.kind in ("list", "map"):
            todo += reversed(service.targets(target))
        elif target.kind in ("structure", "enum", "int_enum") and target.name not in parts:
            parts.append(target.name)
    return parts


def in_order(service, roots, stop_at=()):
    """Everything that `roots` need, each after what it needs itself where there is no cycle. Then
    the names that have to be declared before they are defined."""
    order, open_, early = [], [], []

    def visit(name):
        if name in order or name in stop_at:
            return
        if name in open_:
            if name not in early:
                early.append(name)
            return
        open_.append(name)
        for part in named_parts(service, service.shape(name)):
            visit(part)
        open_.remove(name)
        order.append(name)

    for root in roots:
        for part in named_parts(service, service.shape(root)) if root else ():
            visit(part)
    return order, early


def owners(service, roots, stop_at=()):
    """Whose header each shape is in: {shape: header}, where `roots` is {header: [messages]}.

    A shape that one header alone uses is in that header. One that several use has a header of its
    own, which is then called like the shape, and where what it alone uses is as well.
    """
    users = {}  # what names a shape: the header of a message, or another shape
    for header, messages in roots.items():
        for message in filter(None, messages):
            for part in named_parts(service, service.shape(message)):
                users.setdefault(part, []).append(header)
    order, _ = in_order(service, [m for messages in roots.values() for m in messages], stop_at)
    for name in order:
        for part in named_parts(service, service.shapes[name]):
            users.setdefault(part, []).append(name)
    owner = {header: header for header in roots}
    for name in reversed(order):  # so that the users of a shape come before it
        homes = {owner[user] for user in users[name] if user in owner}
        owner[name] = homes.pop() if len(homes) == 1 else name
    return {name: owner[name] for name in order}
