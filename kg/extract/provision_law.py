"""Of which law a citation is: the GDPR by any of its names, another law, or one that the text does not name there."""

import re
from collections.abc import Sequence
from enum import StrEnum

from kg.extract.expressions import expression
from kg.extract.lexicon import alternation, is_acronym
from kg.extract.provision_grammar import Citation
from kg.extract.provision_tokens import SEPARATOR
from ontology.concepts import concepts


class Law(StrEnum):
    """What the words around a citation say of its law."""

    GDPR = "GDPR"
    OTHER = "other"
    UNNAMED = "unnamed"


_GDPR_NAMES = alternation({re.escape(label.text) for label in concepts("act")["eu-gdpr"].labels})
_GDPR = rf"""(?:
    {_GDPR_NAMES}\b
  | (?:UK[ -]|EU[ -])?G(?:DPR|PDR|DRP)\b | R\.?G\.?P\.?D\b\.? | DS[ -]{{0,2}}GVO\b | AVG\b | RODO\b | BDAR\b | GKPD\b
  | GDPR-ul\b | VDAR\b | IKÜM\b
  | \u0393\u039a\u03a0\u0394
  | (?:\(?EU\)?\s|European\s|Union\s)?(?:General\s)?(?:Regulation|Règlement|Regolamento|Reglamento|Verordnung)\s
      (?:\((?:EU|UE)\)\s)?(?:no\.?\s|nr\.?\s|n[\u00ba\u00b0]\s?)?(?:\(?(?:EU|UE)\)?\s)?(?:no\.?\s)?(?:2016/679|679/2016)
  | (?:\(?EU\)?\s)?General\s(?:EU\s|Personal\s)?Data[ -]Protection[\s-](?:Regulations?|Law)\b
  | General\s(?:Regulation|Rules)\s(?:on|of|for)\s(?:the\s)?
      (?:Protection\sof\s(?:Personal\s)?Data|(?:Personal\s)?Data\sProtection)
  | (?:General\s)?(?:EU\s|European\s)?Data[ -]Protection\s(?:Basic\s)?Regulation\b
  | (?:General|Basic)\s(?:Data\sProtection\s)?Regulation\b
  | Datenschutz-?[Gg]rundverordnung
  | (?:EU['\u2019]s\s)?(?:privacy|[Dd]ata(?:[ -]protection)?)\s[Rr]egulation\b | UK\sdata\slaw\b
  | (?:data[ -]protection|privacy|personal\sdata)\sordinance\b
  | (?:EU|European|Union|bloc|Europe)(?:['\u2019]s)?\s(?:strict\s|tough\s)?(?:data[ -]protection|data|privacy)\s
      (?:laws?|rules|legislation|rulebook|code)\b
  | (?:Regulation|Règlement|Reglamento|Regolamento|Ordinance)\b(?!\s?(?:\((?:EU|EC|UE|CE)|no\b|nr\b|\d|on\b|of\b))
)"""
_OTHER_NAME = (
    r"Acts?|Laws?|Codes?|Codice|Directives?|Charter|Treaty|Constitution|Convention|Ordinance|Decree|"
    r"Regulations?|[Ss]tatutes?|[Aa]greement"
    r"|[Cc]ontract|[Tt]erms|Rules|[Gg]uidelines?|[Pp]olicy|Order|Bill|Instrument|Decision|Opinion|law|act|code|"
    r"directive|decree|constitution"
    r"|[Ll]oi|[Ll]ey|[Ll]egge|Lei|Wet|Besluit|Gesetz|[Rr]egulations?\\sno|internal\\s[Rr]egulations?"
)
_PARENTHESIS = r"(?:\s?\([^()\n]{0,80}\))?"
_OF = (
    r"(?:\s?,)?\s{1,2}(?:(?:of|in|from|under|to|del|della|dell['\u2019]|du|de|des|der|contained\sin"
    r"|laid\sdown\sin)\s?)?"
)
_THE = (
    r"(?:(?:the|la|le|el|il|same|said|that|this|new|so-called|cited|aforementioned|above-mentioned|EU|"
    r"European|Union['\u2019]s|EU['\u2019]s)\s|l['\u2019])*"
)
_GDPR_AFTER = expression(rf"{_PARENTHESIS}(?:{_OF}{_THE})?\(?{_GDPR}", re.VERBOSE)
_GDPR_BEFORE = expression(rf"{_GDPR}(?:['\u2019]s)?(?:\s\(?[A-Z]{{2,6}}\)?)?[\s,:(\u2013-]{{1,3}}$", re.VERBOSE)
_LINK = (
    r"(?:of|on|the|for|to|and|in|personal|data|protection|electronic|communications?|national|"
    r"telecommunications|telecoms?"
    r"|postal|tax|labour|civil|criminal|penal|consumer|e-commerce|commerce|banking|information|health|public|"
    r"media|administrative"
    r"|same|that|this|its|our|their|law)"
)
_OTHER_AFTER = expression(
    rf"""{_PARENTHESIS}(?:
      \s?-?(?:bis|ter|quater|quinquies|\w{{2,12}}[cdxt]ies)\b
    |
      (?:\s?,)?\s(?:of|from|under|in|del|della|du|de\sla|de|der|des)\s(?:\S{{0,3}}[A-Z\u00c0-\u00de][\w.'\u2019&/-]*\)?\s|\d[\w/.-]*\s|{_LINK}\s){{0,8}}?
        (?:{_OTHER_NAME})\b
    | (?:\s?,)?\s(?:of\s(?:the\s)?|in\s(?:the\s)?|de\sla\s|del\s|des\s)?
        (?!Art|EU\b|UK\b|DPA\b(?!\s(?:19|20)\d\d)|I+\b|[A-Z]{{2,}}\b['\u2019]s)
        e?-?[A-Z]\w*(?:[A-Z]\w*|\s?\d{{3,}}/\d{{2,}}|\s?\d{{2,4}}\b)
    | (?:\s?,)?\s(?:e?-?[A-Z\u00c0-\u00de][\w.'\u2019-]*\s){{0,5}}(?:Act|Law|Code|Directive|Charter|law)\b
    | \s(?:Data\sProtection\s)?(?:Working\sParty|Working\sGroup|WP|Group)\b
    | (?:\s?,)?\s(?:of\sthe\s)?[A-Z]\w+(?:wet|besluit|gesetz|loven|lagen)\b
    )""",
    re.VERBOSE,
)
_OTHER_SHORT = alternation(
    {
        re.escape(label.text)
        for act in concepts("act").values()
        for label in act.labels
        if act.id not in {"eu-gdpr", "gb-uk-gdpr"} and label.kind != "hidden" and is_acronym(label.text)
    }
)
"""The short names of the acts of the ontology other than the GDPR."""
_OTHER_BEFORE = expression(
    rf"""(?:\b(?:{_OTHER_NAME})|\d{{1,4}}/(?:19|20)?\d\d(?:/EC|/EU)?)(?:\s?\([^()]{{2,12}}\))?\s?[,:(\u2013-]{{1,2}}\s?(?:in\sits\s)?$
    | \b(?:{_OTHER_SHORT}|TKG|TMG|LOPD|DPA\s2018)[\s,:(]{{1,3}}$""",
    re.VERBOSE,
)
_ABOUT_GDPR = expression(
    rf"""(?:{_GDPR})|(?i:personal\s(?:data|information)|data\s(?:protection|subject|watchdog)|privacy
    |information\scommissioner)
  | (?i:\b(?:datatilsynet|garante|data\s(?:state\s)?inspectorate|supervisory\sauthority|data\sombudsman)\b)
  | \b(?:CNIL|AEPD|UODO|IMY|EDPB|NAIH|ANSPDCP|HDPA|AZOP|DPC|ICO|DPA)\b""",
    re.VERBOSE,
)
_WINDOW = 60
_FEW = 2
"""So many places of a citation may be of the other law that the next one names."""


def laws(text: str, citations: Sequence[Citation]) -> tuple[Law, ...]:
    """The law of each citation of a text.

    The words after it decide, then those directly before; in a chain (`Article 17, Article 21 and Article 12 GDPR`)
    the next one that has a law decides.
    """
    found = [_named(text, citation) for citation in citations]
    for number in range(len(citations) - 2, -1, -1):
        following = found[number + 1]
        if following is Law.OTHER and len(citations[number].places) > _FEW:
            continue  # a long list of the GDPR's, and "as well as Article 5 of Law 3471/2006"
        if found[number] is Law.UNNAMED and _chained(text, citations[number], citations[number + 1]):
            found[number] = following
    return tuple(found)


def is_about_gdpr(text: str) -> bool:
    """Whether a text names the GDPR or speaks of data protection at all."""
    return _ABOUT_GDPR.search(text) is not None


def _named(text: str, citation: Citation) -> Law:
    if _GDPR_AFTER.match(text, citation.end):
        return Law.GDPR
    if _OTHER_AFTER.match(text, citation.end):
        return Law.OTHER
    before = text[max(0, citation.start - _WINDOW) : citation.start]
    if _GDPR_BEFORE.search(before):
        return Law.GDPR
    return Law.OTHER if citation.foreign or _OTHER_BEFORE.search(before) else Law.UNNAMED


def _chained(text: str, citation: Citation, following: Citation) -> bool:
    """Whether only a separator, or a separator and a title in parentheses, stands between two citations."""
    between = re.sub(r"\([^()\n]{0,80}\)", "", text[citation.end : following.start])
    return len(between) < _WINDOW and SEPARATOR.fullmatch(between.rstrip() or ",") is not None
