"""What code uses of a public API, recorded from its calls: a name that is only written, or means something else, counts for nothing."""
import enum
import sys
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType

import jsii
from jsii._reference_map import InterfaceDynamicProxy
from jsii.python import _ClassProperty

from public_api import is_struct, members

CONSTRUCTOR = "__init__"
JSII = str(Path(jsii.__file__).parent)
ROOT = str(Path(__file__).parents[3])


def function_of(member):
    """The Python function behind what stands in a class: a method, a property or a property of the class."""
    if isinstance(member, property):
        return member.fget
    if isinstance(member, _ClassProperty):
        member = member.fget
    return getattr(member, "__func__", member)


# how jsii gets from what a user writes to a getter
ON_THE_WAY = {id(function.__code__) for function in (_ClassProperty.__get__, InterfaceDynamicProxy.__getattr__)}


def caller_of(frame):
    """Who called, without what is on the way."""
    caller = frame.f_back
    while caller is not None and id(caller.f_code) in ON_THE_WAY:
        caller = caller.f_back
    return caller


def in_runtime(frame):
    return frame is not None and frame.f_code.co_filename.startswith(JSII)


def in_tests(frame):
    """Whether a frame is of this repository: not of what is installed, which looks at members to check types."""
    return frame is not None and frame.f_code.co_filename.startswith(ROOT) and "site-packages" not in frame.f_code.co_filename


class Uses:
    """Members by class, as in ("RuleSet", "plus"); what is given of a struct or read from one, its constructor apart."""

    def __init__(self, types):
        self.types = types
        self.seen = set()
        self.of_code = {}
        for name, cls in types.items():
            proxy = getattr(cls, "__jsii_proxy_class__", lambda: None)()
            for holder in filter(None, (cls, proxy)):
                for member in (*members(cls), CONSTRUCTOR):
                    function = function_of(vars(holder).get(member))
                    if isinstance(function, FunctionType):
                        self.of_code[id(function.__code__)] = (name, member)
        self.overridable = {member for name, cls in types.items() if not is_struct(cls) for member in members(cls)}

    def __contains__(self, use):
        return use in self.seen

    @contextmanager
    def recorded(self):
        """While it lasts, what is called counts."""
        before, getattribute = sys.getprofile(), enum.EnumMeta.__getattribute__
        enum.EnumMeta.__getattribute__ = self.reading_of_enum()
        sys.setprofile(self.on_event)
        try:
            yield self
        finally:
            sys.setprofile(before)
            enum.EnumMeta.__getattribute__ = getattribute

    def reading_of_enum(self):
        """Members of an enumeration are plain values: nothing is called when they are read."""
        names = {id(cls): name for name, cls in self.types.items() if isinstance(cls, enum.EnumMeta)}

        def read(cls, name):
            if id(cls) in names and in_tests(sys._getframe(1)):
                self.seen.add((names[id(cls)], name))
            return type.__getattribute__(cls, name)

        return read

    def on_event(self, frame, event, _):
        if event != "call":
            return
        if id(frame.f_code) in self.of_code:
            self.on_call(frame, *self.of_code[id(frame.f_code)])
        elif frame.f_code.co_name in self.overridable and in_runtime(frame.f_back):
            self.on_override(frame)

    def on_call(self, frame, name, member):
        cls = self.types[name]
        if member != CONSTRUCTOR:
            if in_tests(caller_of(frame)):
                self.use(cls, member)
        elif not is_struct(cls):
            self.use(cls, CONSTRUCTOR)
        elif not in_runtime(frame.f_back):  # structs that the library hands out are made by the runtime
            for given in members(cls):
                if frame.f_locals.get(given) is not None:
                    self.use(cls, given)

    def on_override(self, frame):
        """What a class of the user implements counts when the library calls it."""
        if frame.f_code.co_argcount == 0:
            return
        kind = type(frame.f_locals.get(frame.f_code.co_varnames[0]))
        for cls in (*kind.__mro__, *getattr(kind, "__jsii_ifaces__", ())):
            if frame.f_code.co_name in vars(cls):
                self.use(cls, frame.f_code.co_name)

    def use(self, cls, member):
        """A struct that adds to another holds the members of that one too."""
        for each in cls.__mro__ if is_struct(cls) else (cls,):
            if self.types.get(each.__name__) is each and (member == CONSTRUCTOR or member in vars(each)):
                self.seen.add((each.__name__, member))
