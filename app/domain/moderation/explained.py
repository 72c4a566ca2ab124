"""Everyday phrases that explain a grave word: the models read what else a sentence says, the wordings all of it.

Training does not read them, so that a phrase may be added without training anew.
"""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from typing import Final

_THINGS: Final = r"(?:mirror|picture|frame|swing|lamp|curtains?|shelf|shelves|coat|washing|painting|poster|plant|hammock|light|tv|clock|banner|basket)"

EXPLAINED: Final = re.compile(
    r"\btired of (?:waiting|calling|chasing|repeating|asking|being (?:ignored|lied to|put on hold|transferred|passed)|(?:this|your) (?:shop|store|service|company|app|site))\b"
    r"|\b(?:nobody|no one) (?:ever |has |have |even )?(?:helped|helps|answered|answers|replied|replies|called|calls|came|told|picks? up|picked up|responded|responds|got back|showed up|rang|delivered)\b"
    r"|\b(?:finish|complete|end) (?:my|the|this|our) (?:order|purchase|payment|checkout|booking|registration|return|form|chat|call|survey|subscription|contract|membership|trial)\b"
    r"|\bstop (?:sending|texting|calling|emailing|mailing|spamming)\b"
    r"|\bcan't (?:go|come|get|walk|drive|travel|make it) (?:to|into|out to|up|down) (?:the|a|your|my|any) (?:shop|store|branch|stairs|counter|post office|desk|drop-off|collection|pick-?up|parcel|page|site|checkout|door|car)"
    r"|\bcan't (?:follow|find|read|open|see) (?:the|this|your|these|any|my)\b"
    r"|\bhit me up\b|\bshoot (?:over|it over|them over|me an? (?:e-?mail|message|text|quote)|(?:some|a few|the|more|my) (?:photos?|pictures?|pics|shots|videos?|film))\b|\bdrop[- ]dead gorgeous\b|\bcrush (?:the|our|your) (?:competition|competitors|goals?)\b"
    r"|\b(?:blacks|whites|browns|yellows) (?:in|of|on) (?:the|this|my) (?:prints?|photos?|pictures?|image|screen|fabric|rug|shirt)\b"
    rf"|\b(?:hang|hanging|hung|mount|mounting) (?:up )?(?:the|a|this|my|our|some|these) (?:\w+ )?{_THINGS}\b"
    r"|\bon behalf of my late\b|\bgoodbye,? (?:and )?(?:thanks|thank you|won't (?:be back|shop|order|buy|return))\b"
    r"|\b(?:razor|knife|blade|scissors|glass|lid|can|box|edge|sheet|wire) (?:has |have |had |nearly )?(?:cut|cuts|nicked|scratched) (?:me|my (?:finger|thumb|hand|chin|leg|face))\b"
    r"|\bpills? (?:organi[sz]er|box|bottle|cutter|dispenser)\b|\b(?:airsoft|nerf|water|toy|nail|glue|heat|massage|spray|staple|caulk|paint) guns?\b"
)
