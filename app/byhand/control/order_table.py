"""Every order that can be given from afar: what service/orders.py lists, and nothing besides."""

import inspect
import typing
from collections.abc import Iterator, Mapping
from types import FunctionType
from typing import Any

from msgspec import Struct

from byhand.control.codec import judged
from byhand.errors import RemoteProtocolError
from byhand.service.orders import Service

Names = tuple[str, ...]
"""The attributes that lead from a service to an order: ("friends", "rename")."""
LOCAL = frozenset({"subscribe", "is_elsewhere"})
"""What each side does in its own way."""
Arguments = Mapping[str, object]


class RemoteOrder(Struct, frozen=True):
    """One order: the attributes that lead to it, its arguments, and what it returns."""

    path: Names
    signature: inspect.Signature
    kinds: Mapping[str, type]
    is_property: bool = False

    @property
    def name(self) -> str:
        """What it is called on the line: "friends.rename"."""
        return ".".join(self.path)

    def arguments(self, args: tuple[object, ...], kwargs: Mapping[str, object]) -> Arguments:
        """Return all arguments of a call by name; TypeError for a wrong call."""
        bound = self.signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return dict(bound.arguments)

    def obeyed_by(self, service: Service, plain: Mapping[str, object]) -> object:
        """Give the order to a service and return what it returns.

        Raises RemoteProtocolError for arguments that it does not take, and what it raises.
        """
        if plain.keys() != self.signature.parameters.keys():
            raise RemoteProtocolError(f"wrong arguments of {self.name}")
        bound = self.signature.bind_partial()
        bound.arguments.update({name: judged(plain[name], self.kinds[name]) for name in plain})
        target: object = service
        for name in self.path:
            target = getattr(target, name)
        return target(*bound.args, **bound.kwargs) if callable(target) else target

    def returned(self, plain: object) -> Any:
        """Return what a line says that it returned; RemoteProtocolError."""
        return judged(plain, self.kinds["return"])


def _orders(group: type, path: Names = ()) -> Iterator[RemoteOrder]:
    """Yield the orders of a Protocol: its methods and properties, and those of its groups."""
    for name in dir(group):
        member = getattr(group, name)
        is_property = isinstance(member, property)
        function = member.fget if is_property else member
        if name.startswith("_") or name in LOCAL or not isinstance(function, FunctionType):
            continue
        kinds = typing.get_type_hints(function)
        if is_property and typing.Protocol in getattr(kinds["return"], "__mro__", ()):
            yield from _orders(kinds["return"], (*path, name))
        else:
            yield RemoteOrder((*path, name), _without_self(function), kinds, is_property)


def _without_self(method: FunctionType) -> inspect.Signature:
    signature = inspect.signature(method)
    return signature.replace(parameters=list(signature.parameters.values())[1:])


ORDERS: Mapping[str, RemoteOrder] = {order.name: order for order in _orders(Service)}
