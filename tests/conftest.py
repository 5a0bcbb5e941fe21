"""What the whole suite shares: a rulebook is read once for each text of it, however many commands
ask. Reading it is half of what most commands do, and the same text gives the same rulebook.
"""

from __future__ import annotations

from functools import lru_cache

from dialogcli.desk.policies import finding
from dialogcli.rulebook import loader

loader.parse_rulebook = lru_cache(maxsize=64)(loader.parse_rulebook)
finding.parse_rulebook = loader.parse_rulebook
