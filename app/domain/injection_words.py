"""The words of an attempt to steer the assistant, by what they do in it, in seven languages."""

OVERRIDE = frozenset(
    """
    ignore ignoring ignores disregard disregarding forget bypass bypassing override overriding overwrite disable
    disabling deactivate dismiss circumvent circumventing evade suspend suspended remove discard neglect violate
    break breaking skip omit unlock lift drop erase delete cancel cancelled abandon relax transcend escape
    jailbreak ignoriere ignorieren vergiss missachte umgehe uberschreibe ignorez ignore-toutes oublie oubliez
    contourne contournez ignora ignorar olvida olvidate omite desactiva dimentica ignorare trascura disattiva
    bypassa ignorem esqueca desconsidere desative negeer vergeet negeren omzeil schakel without no
    """.split()  # noqa: SIM905 (a block of words stays readable)
) - {"no", "without"}
RULES = frozenset(
    """
    instruction instructions guideline guidelines rules restriction restrictions constraints constraint directives
    directive prompt prompts safeguards guardrails programming filters protocols policies ethics limitations
    safety moderation alignment censorship training anweisung anweisungen regeln vorgaben richtlinien anleitungen
    einschrankungen beschrankungen consignes regles restrictions instrucciones indicaciones reglas directrices
    restricciones istruzioni regole restrizioni direttive instrucoes regras restricoes diretrizes instructies
    opdrachten regels beperkingen richtlijnen context conversation directions commands
    """.split()  # noqa: SIM905 (a block of words stays readable)
)
EARLIER = frozenset(
    """
    previous prior above earlier preceding before existing all any every your initial original system hidden
    secret internal safety vorherigen bisherigen obigen alle deine systemprompt precedentes anterieures toutes tes
    vos anteriores previas todas tus precedenti tutte tue suas todas vorige eerdere bovenstaande je ethical
    content security
    """.split()  # noqa: SIM905 (a block of words stays readable)
)
REVEAL = frozenset(
    """
    reveal show print output repeat display disclose leak recite dump expose tell share give share list describe
    summarize translate encode what quote paste write provide return verbatim export divulge zeige zeig verrate
    gib nenne wiederhole montre revele affiche donne repete muestra revela dime repite imprime mostra dimmi rivela
    ripeti stampa mostre revele diga repita toon onthul geef herhaal
    """.split()  # noqa: SIM905 (a block of words stays readable)
)
SECRET = frozenset(
    [
        "prompt",
        "systemprompt",
        "configuration",
        "config",
        "directives",
        "instructions",
        "guidelines",
        "initialization",
        "preprompt",
        "metaprompt",
        "parameters",
        "setup",
        "systemanweisungen",
        "systemnachricht",
        "anweisungen",
        "instructions",
        "consignes",
        "instrucciones",
        "istruzioni",
        "instrucoes",
        "instructies",
    ]
)
INNER = frozenset(
    """
    system hidden initial secret original internal initialization your own developer entire full exact verbatim
    confidential underlying deine deinen dein ton tes votre tu tus del tuo tuoi sistema seu suas jouw je systeem
    systeme
    """.split()  # noqa: SIM905 (a block of words stays readable)
)
MODE = frozenset(
    [
        "unrestricted",
        "unfiltered",
        "uncensored",
        "jailbroken",
        "jailbreak",
        "dan",
        "unconstrained",
        "amoral",
        "limitless",
        "evil",
        "stan",
        "dude",
        "aim",
        "sudo",
        "liberated",
        "godmode",
        "unbound",
        "developer",
        "devmode",
        "debug",
        "maintenance",
        "admin",
        "root",
    ]
)
ROLE = frozenset(
    [
        "act",
        "pretend",
        "roleplay",
        "become",
        "simulate",
        "imagine",
        "mode",
        "persona",
        "character",
        "now",
        "enter",
        "enable",
        "activate",
        "you",
        "respond",
        "agis",
        "spiele",
        "actua",
        "agisci",
    ]
)
AI = frozenset(
    [
        "ai",
        "assistant",
        "chatbot",
        "gpt",
        "chatgpt",
        "claude",
        "llm",
        "model",
        "bot",
        "anthropic",
        "openai",
        "ki",
        "ia",
        "ais",
    ]
)
TRIGGERS = (
    OVERRIDE
    | (RULES - {"context", "conversation", "commands", "training"})
    | SECRET
    | MODE
    | frozenset(
        [
            "pretend",
            "roleplay",
            "pwned",
            "whoami",
            "eval",
            "exec",
            "system",
            "import",
            "pwd",
            "sudo",
            "passwd",
            "base64",
            "decode",
            "rot13",
            "restricted",
            "overridden",
            "limits",
            "rule",
        ]
    )
)
