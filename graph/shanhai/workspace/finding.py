"""``find`` as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from shanhai.errors import Lang, Text
from shanhai.model.claim import mentions
from shanhai.views.wording import term
from shanhai.workspace.names import Hit

if TYPE_CHECKING:
    from shanhai.workspace.opened import OpenedProject

_CLAIMS = 10


def lines(hall: OpenedProject, text: str, lang: Lang) -> tuple[list[str], bool]:
    """Search; returns the lines to print and whether anything matched."""
    found = hall.names.find(text)
    used = Counter(slug for claim in hall.records.claims() for slug in mentions(claim))

    def entity(hit: Hit) -> str:
        its = hall.names.entities[hit.id]
        kind = term(its.type).pick(lang)
        name = Text(f"{its.name.zh} {its.name.en}", f"{its.name.en} {its.name.zh}").pick(lang)
        count = used[hit.id]
        claims = Text(f"{count} 条论断", f"{count} claims" if count != 1 else "1 claim").pick(lang)
        return f"{hit.id}  {name}  [{kind}]  {claims}"

    shown = [entity(hit) for hit in found.entities]
    if found.claims:
        count = len(found.claims)
        shown += [
            "",
            Text(f"提到它的论断（{count}）：", f"claims that say it ({count}):").pick(lang),
        ]
        for hit in found.claims[:_CLAIMS]:
            shown.append(f"  {hit.id}: {hall.names.claims[hit.id].ground.say.pick(lang)}")
        if count > _CLAIMS:
            rest = count - _CLAIMS
            shown.append(Text(f"  另有 {rest} 条", f"  and {rest} more").pick(lang))
    if not shown:
        shown.append(Text(f"没有找到“{text}”", f"nothing found for '{text}'").pick(lang))
        if found.near:
            shown.append(Text("相近的名称：", "near names:").pick(lang))
            shown += ["  " + entity(hit) for hit in found.near]
    elif found.entities:
        first = found.entities[0].id
        shown += ["", f"shanhai ask about x={first}"]
    return shown, bool(found.entities or found.claims)
