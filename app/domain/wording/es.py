"""The service's words in Spanish, addressed formally."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

ES = Words(
    unwanted="Por favor, no envíe {what} en este chat.",
    kinds={
        DataClass.PAYMENT_CARD: "números de tarjetas de pago",
        DataClass.BANK_ACCOUNT: "números de cuentas bancarias",
        DataClass.CREDENTIAL: "contraseñas o claves de acceso",
        DataClass.GOVERNMENT_ID: "números de identidad o de la seguridad social",
        DataClass.TAX: "datos fiscales",
        DataClass.HEALTH: "datos sobre la salud de una persona",
        DataClass.CHILD: "datos sobre menores",
        DataClass.LEGAL: "datos sobre asuntos legales",
        DataClass.HR: "datos sobre el empleo de una persona",
        DataClass.SECURITY_INCIDENT: "datos sobre incidentes de seguridad",
        DataClass.EMAIL: "direcciones de correo electrónico",
        DataClass.PHONE: "números de teléfono",
        DataClass.NAME: "nombres de personas",
        DataClass.ADDRESS: "direcciones postales",
        DataClass.IP_ADDRESS: "direcciones IP",
    },
    between=" ni ",
    some_kind="datos personales de este tipo",
    removed="Se ha eliminado y nadie lo verá.",
    elsewhere="Puede pedir hablar con una persona en cualquier momento, o escribir a {contact}.",
    injection="Solo puedo ayudarle con preguntas a nuestra tienda, así que he dejado ese mensaje de lado.",
    refused="No puedo ayudarle con ese mensaje.",
    closed="El chat está cerrado en este momento, por lo que su mensaje no se ha transmitido. Escriba a {contact}, por favor.",
    cut_short="(Mi respuesta se ha hecho demasiado larga y termina aquí. Pídame que continúe, o pida hablar con una persona.)",
)
