"""What the whole suite shares: a rulebook is read once for each text of it, however many commands
ask. Reading it is half of what most commands do, and the same text gives the same rulebook.

Only tests marked `timed` measure time: the others run beside each other, and never mind how long.
"""

from __future__ import annotations

from functools import lru_cache

from hypothesis import settings

from dialogcli.rulebook import loader
from dialogcli.usecases import rulebooks

loader.parse_rulebook = lru_cache(maxsize=64)(loader.parse_rulebook)
rulebooks.parse_rulebook = loader.parse_rulebook

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
