"""An interview in a folder that others may be at work in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import partial

from dialogcli.base.screen import remark
from dialogcli.disk.presence import answering
from dialogcli.usecases.context import Context
from dialogcli.usecases.interview.recorder import Recorder


@contextlib.contextmanager
def sharing(context: Context, recorder: Recorder, program: str) -> Iterator[None]:
    """Keep others out for each save alone, and tell once who else answers questions here.

    Raises as `locked`, before anything is asked, when nothing could be saved.
    """
    lock = partial(context.lock, recorder.folder, program)
    with answering(recorder.folder, program, context.now) as others:
        with lock():
            recorder.reread()
        recorder.lock = lock
        for other in others:
            since = other.since(context.today)
            when = f", sedan {since}" if since else ""
            context.tell(remark(f"{other.who} svarar också på frågor här{when}."))
        yield
