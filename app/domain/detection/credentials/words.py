"""The names of secrets in many languages, the words that link them to a value, and words that are no value."""

# ruff: noqa: E501, RUF001, S105, SIM905 (a pattern is read in one piece; words of other scripts are the subject; a block of words stays readable)

import re
from typing import Final

from app.domain.detection.led import Led
from app.domain.plain_text import normalise

_PASS: Final = (
    r"pass ?(?:word|code|phrase|wort|wd|w)|passwd|pword|psw|pswd|p/w|pwd?"
    # as it is mistyped
    r"|pas{1,3}w[oaeu]?r?[ow]?r?[dt]|passwor[a-z]|pas{1,2}owrd|pass?oword|pss?w(?:o?r)?d|pswo?rd|pas{1,2}code|kenn?w[or]{1,2}t|mots? ?de ?pass?es?|contrase(?:n|ñ|nh|ny)as?|contras[en]{1,2}a|wachtwo?o?rd?|passwords"
    r"|(?:kunden|telefon|konto|benutzer|netz|ger[aä]te|admin|start|haupt)(?:passwort|kennwort)"
    r"|pass|kennwort|zugangspasswort|mot de passe|mdp|contrase(?:n|ñ)a|clave|senha|wachtwoord|has[lł]o"
    r"|parol[aă](?: d'ordine| chiave)?|[sş]ifrem?|parolam|l[oö]senord(?:et)?|adgangskoden?|kodeord(?:et)?|passord(?:et)?|salasana(?:ni)?(?: on(?=\s))?|heslo|jelsz[oó]|lozinka|zaporka|m[aậ]t kh[aẩ]u|kata sandi"
    r"|пароль|κωδικός|密码|密碼|パスワード|비밀번호|비번|كلمة (?:المرور|السر)|סיסמה|पासवर्ड|รหัสผ่าน"
)
_CODE: Final = (
    r"pin(?:-?kod(?:en?)?| ?code| ?number| nummer)?|authenticator(?: app)?(?: code)?(?: (?:shows|says|gives(?: me)?))?|puk(?: code)?|code (?:pin|sms|secret|d'acc[eè]s)|(?:entry|door|gate|access|alarm|unlock|login|log-in|security|verification|authori[sz]ation|authentication|confirmation|sms|voicemail|lock|safe|garage|one[- ]time) code|otp(?: code)?|m?tan|tan code|totp|[2m]fa(?: code)?|(?:passwort|best(?:ä|ae?)tigungs|sicherheits|zugangs|verifizierungs|freischalt|verificatie|beveiligings|toegangs|pin)?code"
    r"|code de (?:vérification|verification|sécurité|securite|confirmation)|c[oó]digo(?: de (?:verificaci[oó]n|seguridad|acceso|segurança|verificação|acesso|confirmaci[oó]n))?"
    r"|codice(?: di (?:verifica|sicurezza|accesso)| otp| pin)?|kod(?: weryfikacyjny| sms| dostępu)?|kode|код(?: подтверждения| доступа| из смс)?"
    r"|验证码|驗證碼|認証コード|暗証番号|인증번호|رمز التحقق"
)
_KEY: Final = (
    r"api[ _-]?(?:key|token|secret|password|pass)|(?:access|auth|secret|private|signing|encryption|license|licence|master|storage|account|service|refresh|session|bearer|bot|deploy|webhook|oauth|app|admin|subscription|ssh|client|consumer|user|integration|master|server|publishable|test|live|prod|production)[ _-]?(?:key|token|secret)"
    r"|token|secret|(?:api-)?schl(?:ü|ue)ssel|zugangsschlüssel|geheimschlüssel|clé (?:api|secrète|d'api)|clave (?:api|secreta)|chave (?:api|secreta|de api)|chiave (?:api|segreta)|sleutel|klucz(?: api)?|jeton|credentials?|creds|bearer|apikey|ключ|токен|密钥|令牌|トークン|キー|토큰|signature|keys?"
)
NAMED: Final = rf"(?>(?:(?P<key>{_KEY})|(?P<code>{_CODE})|(?P<pass>{_PASS}))(?![a-z]))"
_OF_WHAT: Final = r"(?: (?:wi-?fi|wlan|app|admin|root|router|provisoire|temporaire|actuel|temporal|actual|nueva|mea|ta|meu|mia|attuale|provvisoria))?(?: (?:for|to|of|on|in|f[uü]rs?|vom|zum|am|im|de|del|della|pour|per|voor|do|di|para|bei|zu|von|för|til|от|для|к)(?: (?:my|the|our|this|that|your|mein|meine[nr]?|mon|ma|mi|il|mijn|der|die|das|den|le|la|el|o|a))? [^\s:=]{1,24}(?: (?:account|app|portal|wifi|konto|login|server|site|user|page|email|e-mail|card|karte|visa))?)?"
# "the password that I use", "printed below": what follows needs a sign or a verb of its own.
_CLAUSE: Final = (
    r"(?P<clause> (?:(?:that |which |den |die |das |que |che |som )?(?:i|we|you|he|she|they|ich|wir|je|ik|jag)(?:'(?:ve|m|d))? [^\s:=,.]{1,12}|(?:that|which|que|qui|che|die|das) [^\s:=,.]{1,12}"
    r"|(?:printed|written|shown|listed|noted|given|set|below|underneath|that came))(?: [^\s:=,.]{1,12}){0,3}?)?"
)
_LINK: Final = (
    r"(?P<strong>[\"'`\])>]{0,2}\s{0,3}(?::=|=>|->|==?|[:=])|[\"']?>|[\"'] value=)"
    r"|(?P<word>'s(?=\s)|\s{1,3}(?:(?:currently|now|actually|just|still) )?(?:is|was|are|to|este|should be|will be|would be|ist|lautet|war|est|c'est|es|era|é|è|wordt|jest|är|er|je|это|be|eh)"
    r"(?: (?:now|still|just|currently|actually|called|set to|simply|jetzt|maintenant|ahora|agora|adesso|nu|teraz))?:?(?=\s)"
    r"|\s?(?:是|为|為|は|이|은|는|هي|هو)\s?|\s-\s)|(?P<quoted>(?=\s{1,2}[\"'“„«]))|(?(clause)(?!)|(?P<bare>(?=\s)))"
)
SAID: Final = Led(
    normalise(rf"(?<![^\W_]){NAMED}(?!['’](?!s\s)s?\b\w){_OF_WHAT}{_CLAUSE}(?:{_LINK})").text
    + r"\s{0,3}(?P<quote>[\"'“„`«*_]{0,3})(?P<value>[^\s\"“”`»]{3,400})"
)
CODE_VALUE: Final = re.compile(
    r"(?:[a-z]-)?[0-9]{3}[ -][0-9]{3}(?![\w-]| [0-9]{3})|(?:[a-z]-)?[0-9]{4,8}(?![\w-]|[.,/][0-9])"
)
BUSINESS: Final = frozenset(
    """
    promo promotional promotion discount coupon voucher gift error zip postal post postcode country area product item order tracking reference
    booking confirmation referral refferal status dress bar qr source sort swift bic sku tax iban exit response http return model color colour airport
    size stock article fault trouble reservation offer store branch batch part vendor supplier student employee customer currency dial dialing dialling
    iata icao ral plu hs commodity card reward loyalty invite invitation ticket flight hotel pickup parcel locker delivery shipping fehler rabatt gutschein vin
    """.split()
)
UNIT: Final = re.compile(
    r"[\s-]?(?:%|char|digit|letter|sign|symbol|number|time|day|hour|min|sec|month|year|week|line|bit|byte|word|attempt|zeichen|stellen|ziffern|tage|caract|chiffres|cifr|d[ií]gito|d[ií]as|[mc]m\b|kg\b|eur|usd|dollar|[€£$])"
)
ADJECTIVE: Final = re.compile(
    r".*(?:ed|ing|able|ible|ful|less|ly|ous|ive|ent|ant|ic|ical|en|ary|ory|ish|ist|ct|te|'s|n't)"
)
NO_VALUE: Final = frozenset(
    """
    not no now never wrong incorrect invalid correct right expired missing lost forgotten forgot blocked locked disabled rejected broken changed reset
    compromised stolen leaked required needed unknown empty blank weak strong too very so still also already always just being been the a an my your his
    her their our its this that these those what where when how why which who whom and or but for from with without unlocked in on at to of it same new old
    unsafe safe secure asked case fine good bad okay ok nicht falsch abgelaufen richtig gesperrt weg vergessen incorrecte incorrecto incorrecta errone oublie
    perdu valid used denied longer stuck only really hard easy difficult long short someone somewhere something anything nothing everything there here if as
    by be do does did can could should would will must may might has have had was were is are about after before again all any down up off out over work works
    page login account email reset link problem issue help please pls thanks thx hi hello sorry cannot cant dont doesnt isnt wont didnt change changes
    update check try tried get got use enter see send tell give show set let fail fails error errors mandatory known obvious simple complex alright great
    temporary default private public personal mine yours hers ours theirs true false yes yep nope maybe correct me you we they he she us them one two
    three four five six seven eight nine ten twice once today tomorrow yesterday later soon yet ever gone dead live over done bits different unclear ready
    manager generator field policy recovery protection protected hint attempt attempts support
    """.split()
)

# Fields of configuration: the name ends where the sign of the value stands. Each way begins with a sign of its own,
# which is looked for at once.
ASSIGNED: Final = re.compile(
    r"(?:=>?|:(?:[?:]{0,2}=>?|[:>,]{0,199}+)|\?[?:]{0,2}=>?|->|\|\||>[:>,]{0,199}+|,[:>,]{0,199}+)[\s`\"'=]{0,5}"
    r"(?=[^\s\"'`<>,;&=:][^\s\"'`<>,;&]{3})"
)
REST: Final = re.compile(r"[^\s\"'`<>,;&]{0,400}")
# What stands in such names, where it overlaps another too.
FIELD_PART: Final = re.compile(
    "|".join(f"{part[0]}(?=({part[1:]}))" for part in "pass pwd secret token key cred auth _pw _pin".split())
)
FIELD: Final = re.compile(
    r"(?:passw(?:or)?d|passphrase|pass|pwd|secret|token|api[_-]?key|_key|-key|\.key|access ?key|private ?key|credentials?|creds|auth|apikey|_pw|_pin)[\w.-]{0,20}[\s\"'\])]{0,3}$|(?:^|[\s\"'{])key[\s\"'\])]{0,3}$"
)
# Words that only hold one of these parts, and fields that say something about a secret, or of a page's style.
NO_FIELD: Final = re.compile(
    r"(?:(?:com|by|tres|sur|encom)pass|pass(?:enger|age|port|iv|ion|ing|ers|es|ed|[-_]?(?:through|thru))|author(?!i[sz])|authentic(?!at)"
    r"|(?:mon|tur|don|hoc|joc|whis|hot|short|pass[-_]?by)key|key(?:board|word|frame|stone|note|chain|pad|hole|up|down|press|ring|visual)|token(?:iz|is)"
    r"|(?:data|primary|foreign|sort|partition|cache|translation|i18n|label|row|group|object|lookup|message|react|unique|index|natural|surrogate)[-_ ]?key"
    r"|token[-_](?:color|colour|size|type|count|limit|ring|list)|(?:design|type|max|min|num|context|prompt|completion|total)[-_ ]?tokens?"
    r"|(?:password|passwd|pass|pwd)[-_](?:strength|field|length|hint|policy|input|label|box|form|toggle|icon|wrapper|container|row|help|error|meter)"
    r"|auth[-_]?(?:type|method|mode|provider|flow|level|state|url|ui|page|or)|type\s?=\s?[\"']?(?:password|token|secret))[\w.-]{0,20}[\s\"'\])]{0,3}$"
)
# Names that leave no doubt; behind others a value shows itself that it was drawn by lot.
SURE_FIELD: Final = re.compile(
    r"(?:passw(?:or)?d|passphrase|pass|pwd|secret|token|api[_-]?key|access[_ -]?key|private[_ -]?key|(?:auth|account|master|signing|encryption|license|client|storage|server|admin)[_-]?key"
    r"|credentials?|creds|apikey|_pw|_pin)[\w.-]{0,20}[\s\"'\])]{0,3}$"
)
PASS_FIELD: Final = re.compile(r"(?:passw(?:or)?d|passphrase|pass|pwd|_pw)[\w]{0,8}[\s\"'\])]{0,3}$")
PROVIDER: Final = re.compile(
    r"(?<![a-z])(?:adafruit|adobe|airtable|algolia|alibaba|amplitude|asana|atlassian|confluence|jira|auth0|aws|azure|beamer|bitbucket|bittrex|buildkite|circleci|cloudflare|cloudinary"
    r"|codecov|cohere|coinbase|confluent|contentful|datadog|deepgram|deepl|digitalocean|discord|dnkey|drone|dropbox|elastic|etsy|facebook|fastly|figma|finicity|finnhub|firebase|flickr"
    r"|freshbooks|gcp|github|gitlab|gitter|gocardless|google|heroku|hubspot|instagram|intercom|ipinfo|jfrog|artifactory|bintray|xray|kraken|kucoin|launchdarkly|linear|linkedin|lob"
    r"|looker|mailchimp|mailgun|mandrill|mapbox|mattermost|meraki|messagebird|mongodb|netlify|newrelic|new-relic|new_relic|notion|nytimes|okta|openai|openweather|pagerduty|pinecone"
    r"|plaid|postmark|private_?ai|pusher|rapidapi|razorpay|sendbird|sendgrid|sentry|shopify|sidekiq|bundle_enterprise|bundle_gems|slack|snyk|sonar(?:qube|cloud)?|spotify|square(?:space)?"
    r"|stripe|sumo|sumologic|supabase|telegr|telegram|tines|travis|trello|twilio|twitch|twitter|typeform|vercel|wakatime|weatherapi|yandex|zendesk|zoom|anthropic|linode|vultr|hetzner|ovh"
    r"|administrator_login_password|nyt|newyorktimes|dfx|pan[-_]?os|jenkins|grafana|prometheus|vault|consul|docker|npm|nuget|pypi|rubygems|segment|mixpanel|braintree|adyen)"
    r"[ \t\w.-]{0,20}[\s'\"]{0,3}$"
)
LOGIN: Final = Led(
    r"(?<![^\W_])(?:log ?in|sign(?:ed)? ?in|logon|logged in|credentials?|creds|user(?:name)?|account|zugangsdaten|identifiants|credenciales|credenziali|anmelden)(?: details| info| data)?"
    r"(?: (?:with|as|using|are|is|via|mit|sind|avec|sont|con|son|sono))?[:=]?\s{1,2}(?P<user>[^\s/:|,]{2,64})(?:\s?[/|:]\s?|,? (?:and|und|et|y|e) (?:pass )?)(?P<value>[^\s]{4,100})"
)
WORDS_BEHIND: Final = Led(
    r"(?<![^\W_])(?:pass ?phrase|(?:recovery|seed|secret|backup|mnemonic|wallet) (?:phrase|words|seed)|mnemonic|seed|phrase (?:secrète|de récupération)|frase (?:semilla|de recuperación)|wiederherstellungsphrase)"
    r"(?:\s{0,2}(?::|=)|(?: for (?:my |the )?\w{1,20}(?: \w{1,20})?)? (?:is|was|ist|est|es|are)\b:?)\s{0,3}[\"'“]{0,2}(?P<value>[^\W\d_]{2,12}(?:[ -][^\W\d_]{2,12}){2,23})"
)
TELLING: Final = re.compile(
    r"token|secret|\bapi|\bkeys?\b|_key|credential|passw|bearer|\bauth|\b40[13]\b|schlüssel|signature|webhook|access key|clé\b|clave|chave|chiave|jeton|leaked|\bpat\b|hardcoded|\.env\b"
)
# One of these stands in whatever TELLING finds.
TELLING_PARTS: Final = (
    *("token", "secret", "api", "key", "credential", "passw", "bearer", "auth", "401", "403", "schlüssel", "signature"),
    *("webhook", "clé", "clave", "chave", "chiave", "jeton", "leaked", "pat", "hardcoded", ".env"),
)
NO_SECRET: Final = re.compile(
    r"\b(?:commit|sha-?(?:1|256|512)?|md5|hash|checksum|digest|fingerprint|uuid|guid|revision|etag|order|tracking|parcel|invoice|sku|serial|imei|mac|version|build|request|trace|session|correlation|file"
    r"|transaction|reference|ref|booking|case|ticket|id|bestell\w*|sendung\w*|image|docker|css|colou?r|product|model|part|item|article|blob|merge|branch|git)\b(?! (?:key|token|secret))"
)
