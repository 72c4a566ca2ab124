"""Keys that providers mark by how they begin, and shapes that only keys have."""

import re
from collections.abc import Iterator
from typing import Final

from app.domain.detection.credentials.values import is_sample

_BODY: Final = r"[^\s\"'<>`,;]"
# Prefixes that nothing else has: what follows need only be long enough.
_SURE: Final = (
    r"gh[oprsu]_|github_pat_|gl(?:pat|dt|rt|rtr|cbt|ptt|ft|imt|agent|oas|soat|ffct|sa|c|wt)[-_]|GR1348941|xox[a-z]-|xoxe.xox[bp]-|xapp-"
    r"|sk-(?:ant|proj|svcacct|admin|or|lf|live|test|None)-|[spr]k_(?:live|test|prod)_|whsec_|rk_|pk_(?=[0-9])|sk_(?=[A-Za-z0-9]*[0-9])|sess-"
    r"|npm_|pypi-|dp\.(?:pt|st|sa|ct|scim|audit)\.|do[opr]_v1_|shp(?:at|ca|pa|ss|tka|ua)_|hv[bsr]\.|hf_|api_org_|lin_(?:api|oauth)_|ntn_|secret_"
    r"|rdme_|rubygems_|sgp_|slk_|sntr(?:ys|yu)_|pul-|pscale_(?:tkn|oauth|pw|id)_|pplx-|PMAK-|PMAT-|pnu_|ops_ey|ico-|CLOJARS_|EZ[AT]K|EAA[A-Z]|duffel_"
    r"|dt0[cs][0-9]{2}\.|dapi[0-9a-f]|dkea|doos|dose|fio-u-|fm1[ar]_|fm2_|fo1_|FLW(?:SEC|PUB)K[-_]|HRKU-|LTAI|AGE-SECRET-KEY-|AKC[a-z0-9]|cmVmd|bedrock-api-key-|ABSK"
    r"|AIza|ya29\.|GOCSPX-|1//0|p8e-|4b1d|s-s4t2|SG\.|sat\.|pat\.|authress_|(?:sc|ext|scauth)_(?=[a-z0-9]{5,30}\.)|sha256~|shippo_|sm_(?:aat|pat|sat)_|tk-us-|v1\.0-(?=[0-9a-f]{20})"
    r"|xkeysib-|xsmtpsib-|_gitlab_session=|A3-(?=[A-Z0-9]{6}-)|(?:pub)?key-(?=[0-9a-f]{20})|sbp_|sb_(?:secret|publishable)_|r8_|gsk_|tfp_|ATATT3|ATCTT3|ATBB|ATOA|BBDC-|NR(?:AK|JS|II|AA|BR|RA)-|NRSP-|dnkey-|figd_|figo_"
    r"|vcp_|vci_|vca_|vck_|nfp_|nfc_|cio[a-zA-Z0-9]{6}|cfat_|cfut_|cfk_|v[12]_(?=[0-9a-f]{24})|re_(?=[A-Za-z0-9]{6,12}_)|sq[pua]_|squ_|dckr_(?:pat|oat)_|oy2(?=[a-z0-9]{40})|tskey-|tfe?-|xai-|nvapi-|fw_(?=[A-Za-z0-9]{20})|fc-(?=[0-9a-f]{20})|tvly-|jina_|lsv2_|pcsk_|voyage-|esecret_|wandb_|cal_live_|phc_|phx_|phs_"
    r"|AQVN|AQED|YC(?=[A-Za-z0-9_-]{38})|t1\.(?=[A-Za-z0-9_-]{20})|y[0-3]_(?=[A-Za-z0-9_-]{40})|sl\.(?=[A-Za-z0-9_-]{40})|live_(?=[A-Za-z0-9_=-]{30})|test_(?=[a-f0-9]{35})|(?:test|live)_pub_|b_(?=[A-Za-z0-9=_-]{44})|su(?=[A-Za-z0-9]{12}\b)(?=[A-Za-z]*[0-9])"
    r"|access-(?:sandbox|development|production)-|rzp_(?:live|test)_|paystack_|flw_|gocardless|cko_|cfpat-|CFPAT-|ctp_|prv_|ory_(?:at|rt|pat|ac)_|ghost_|waka_|ubp_|CCIPAT_|CCIPRJ_|bkua_|bkct_|bkpt_|bpt_|sdk-(?=[0-9a-f]{8}-)|(?:api|mob)-(?=[0-9a-f]{8}-[0-9a-f]{4}-)|ddog_|ddp_|d0s_|d0l_"
    r"|tgp_|lsk_|lpk_|apify_api_|rnd_|railway_|fly_|rpa_|neon_|napi_|psdb_|turso_|upstash_|ak_(?=[A-Za-z0-9]{16})|pk\.ey|sk\.ey|tk\.ey|API-(?=[A-Z0-9]{20})|eyJrIjoi|ZXlK(?=[A-Za-z0-9+/_-]{20})|EAAC|IGQV|IGAA|SCW(?=[A-Z0-9]{17}\b)|kdlt_|sv_(?=[0-9a-f]{20})|whr_|aio_(?=[A-Za-z0-9]{20})|ww_|tr_(?:dev|prod)_|inngest-|signkey-|dG9rO"
    r"|vercel_|vcr_|AQ\.(?=[A-Za-z0-9_-]{20})|mfa\.(?=[\w-]{40})|csk-|pk-lf-|e2b_|crsr_|key_(?=[0-9a-f]{32})|pa-(?=[A-Za-z0-9_-]{40})|st\.(?=[0-9a-f-]{36}\.)|os_v2_|mdb_sa_|cflt(?=[A-Za-z0-9]{24})|snyk_|KEY(?=[0-9A-F]{28})"
    r"|access_token\$(?=[a-z])|APP_USR-|TEST-(?=[0-9]{12,16}-)|pdl_(?:live|sdbx)_|polar_(?=[a-z]{2,6}_)|oa_(?:prod|sand)_|pat-(?=[a-z]{2}[0-9]-)|ATTA(?=[0-9a-f]{32})|perm[:-](?=[A-Za-z0-9+/=]{12})|pk_(?=[0-9a-f]{34})|AQE(?=[A-Za-z0-9+/=]{40})"
    r"|amzn1\.oa2-cs\.|At(?=z[ar]\|)|AAAA(?=[\w-]{7}:APA91b)|oauth:(?=[a-z0-9]{30})|v\^1\.1#|00D(?=[A-Za-z0-9]{9,15}!)|glpat-|tgp_v1_|sk_(?=car_)|hvp_|dckr_|apik_|zpka_|kc_(?=[A-Za-z0-9]{30})|nvapi-|bb_(?:live|test)_|act\.(?=[A-Za-z0-9!]{30})"
)


def _by_first(alternatives: str) -> str:
    """Gather the alternatives that begin with the same character: fewer are tried at each place."""
    plain: dict[str, list[str]] = {}
    others = []
    for one in re.findall(r"(?:\((?:[^()]|\([^()]*\))*\)|[^|()])+", alternatives):
        if one[0].isalnum() and not one[1:].startswith("?"):
            plain.setdefault(one[0], []).append(one[1:])
        else:
            others.append(one)
    return "|".join((*(f"{first}(?:{'|'.join(rest)})" for first, rest in plain.items()), *others))


_KNOWN: Final = re.compile(rf"(?=[A-Za-z0-9_][\w/-]\S{{11}})(?<![A-Za-z0-9])(?:{_by_first(_SURE)}){_BODY}{{12,2000}}")
# Shapes told by their length or by a mark in their middle; each class stops where its look-behind begins.
_SHAPES: Final = re.compile(
    r"(?=[A-Za-z0-9][\w./]\S{8})(?<![A-Za-z0-9])(?:"
    r"(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA|ANVA|APKA|A3T[A-Z0-9])[A-Z0-9]{12,17}(?![A-Za-z0-9])"
    r"|(?:SK|AC)[0-9a-fA-F]{32}(?![A-Za-z0-9])"
    r"|sk-(?=[A-Za-z0-9_-]{0,40}[0-9A-Z])[A-Za-z0-9_]{16,200}(?:-[A-Za-z0-9_]{1,100})*"
    r"|[0-9]{6,12}:A[\w-]{32,36}|[0-9]{14,18}[|%][\w-]{24,42}|[MNO][\w]{22,27}\.[\w-]{6,7}\.[\w-]{25,42}"
    r"|[0-9a-f]{32}-us[0-9]{1,2}(?![0-9A-Za-z])|pat[A-Za-z0-9]{14}\.[0-9a-f]{50,64}|s\.[A-Za-z0-9]{24}(?![A-Za-z0-9])"
    r"|[0-9]{15,25}-[A-Za-z0-9]{35,50}(?![A-Za-z0-9])|00[\w-]{40}(?![\w-])|A{20}[A-Za-z0-9%]{60,120}"
    r"|(?:sq0[a-z]{3}-|gl(?:pat|dt|rt|soat|ft|ptt|cbt|imt|agent|oas|ffct)-|gh[oprsu]_)[\w-]{5,60}|re_(?=[A-Za-z_]*[0-9])[A-Za-z0-9_]{20,40}|xoxe.xox[bp]-[\w-]{20,200}|PuTTY-User-Key-File-[23]:|[0-9]/[0-9]{16}:[0-9a-f]{32}|amzn\.mws\.[0-9a-f-]{36}|[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{20,80}"
    r"|[A-Za-z0-9]{6}_[A-Za-z0-9]{20,29}_mmk|[A-Za-z0-9]{40,80}(?:AZDO|JQQJ99)[A-Za-z0-9]{4,40}(?![A-Za-z0-9])"
    r")(?:\\[nr])?"
)
# An id of AWS, and what is drawn as its secret is, a few words on.
_WITH_ITS_SECRET: Final = re.compile(
    r"(?:AKIA|ASIA)[A-Z0-9]{12,17}(?![A-Za-z0-9/+])[^A-Za-z0-9+]{1,8}(?:[A-Za-z_]{1,24}[^A-Za-z0-9+]{1,4}){0,6}(?P<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"
)
_TOKEN: Final = re.compile(
    r"(?=[ev])(?<![\w-])(?:ey|v[1-4]\.(?:public|local)\.)[\w-]{15,4000}+(?:\.(?:[\w/\\=-]{8,8000}+)?){1,4}"
)
_AZURE: Final = re.compile(r"(?<![\w~.])[\w~.]{3}[0-9]Q~[\w~.-]{28,40}")
_LETTERS: Final = re.compile(r"_[a-z]{30}")
_SHORTEST: Final = 10
_LONG: Final = 20


def find_known(word: str) -> Iterator[tuple[int, int]]:
    """Yield the places of keys in a word."""
    for match in _KNOWN.finditer(word):
        if _is_drawn(match[0]) and not is_sample(match[0]):
            yield match.span()
    for match in _SHAPES.finditer(word):
        if not is_sample(match[0]):
            yield match.span()
    for match in _WITH_ITS_SECRET.finditer(word) if "AKIA" in word or "ASIA" in word else ():
        yield match.span("value")
    if ".ey" in word or ".eyJ" in word or word.startswith("v"):
        for match in _TOKEN.finditer(word):
            yield match.span()
    if "Q~" in word:
        for match in _AZURE.finditer(word):
            yield match.span()


def _is_drawn(value: str) -> bool:
    """Whether a value behind a prefix has what random strings have."""
    return len(value) >= _SHORTEST and (
        any(map(str.isdigit, value))
        or (
            len(value) > _LONG
            and value.count("-") <= len(value) // 8
            and (not value.islower() or _LETTERS.search(value) is not None)
        )
    )
