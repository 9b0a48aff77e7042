"""What every address of the app needs: the room, who asks, and in which form."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from paraplu.web.room import Room

__all__ = ["Coder", "Form", "InRoom", "Short"]


def the_room(request: Request) -> Room:
    """Return what all requests share."""
    room: Room = request.app.state.room
    return room


def the_coder(request: Request) -> str:
    """Return who asks, as the door found out."""
    coder: str = request.scope["coder"]
    return coder


InRoom = Annotated[Room, Depends(the_room)]
Coder = Annotated[str, Depends(the_coder)]
Form = Annotated[Literal["json", "csv"], Query(alias="format")]
Short = Annotated[str, Query(max_length=100)]
