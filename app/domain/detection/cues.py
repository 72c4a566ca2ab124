"""Words that say what the number beside them is: a telephone, a card, an order, a version."""

# ruff: noqa: E501 (a block of words stays readable)

# ruff: noqa: RUF001 (words of other scripts are the subject)

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.domain.detection.words import Words
from app.domain.plain_text import normalise


class Cue(StrEnum):
    """What a word makes of the number beside it."""

    PHONE = "phone"
    REACH = "reach"
    CARD = "card"
    ORDER = "order"
    VERSION = "version"
    EMAIL = "email"


_WORDS: Final = {
    Cue.PHONE: (
        "phone phones telephone telephon telefon telefono teléfono telefone téléphone telefoon telefonnummer telefonnr tel tele tél tlf tfn "
        "puhelin puhelinnumero telefonszám telefonu telefonní mobile mobil mobiltelefon mobilnummer mobilnr handynr rufnr telnr telefonum numaram telemóvel telemovel zap zapzap wpp cellulari mobiel móvil movil cell cellphone cel "
        "celular cellulare cellular handy handynummer portable landline festnetz fixe whatsapp whats viber telegram signal sms fax faks telefax "
        "hotline rufnummer durchwahl numara komórka komorka gsm tlfnr telefonnummeret telefonnumret phonenumber ph mob telephonenumber "
        "телефон тел моб мобильный номер τηλέφωνο τηλ κινητό 電話 電話番号 手机 手機 电话 전화 전화번호 휴대폰 هاتف جوال טלפון נייד फोन मोबाइल โทร callback"
    ),
    Cue.REACH: (
        "call calls called calling recall ring dial dialed dialled text texted reach reached contact answering "
        "anrufen anruf rückruf rufen erreichbar erreichen appeler appelez appelle joindre rappeler rappelez llamar llame llámame llamame "
        "llámeme llámenme llamad llamadme contactar chiamare chiamami chiamatemi chiamate ligar liga ligue liguem ligame bellen bel ring ringa ringe zadzwoń zadzwonić dzwonić "
        "volajte zavolejte soita hívjon позвоните звоните позвонить"
    ),
    Cue.CARD: (
        "card cards creditcard debitcard cc ccnum ccnumber cardnumber cardno pan visa mastercard master amex american express maestro charge charged pay paid paying payment exp expiry expires expiring expiration cvv cvc "
        "discover diners jcb unionpay rupay mir credit debit karte karten kreditkarte kreditkartennummer kartennummer debitkarte carte "
        "tarjeta carta cartão cartao kaart creditcard kaartnummer kort kortet kortnummer kreditkort karta kartę karty kartu kortti kártya "
        "kart kartı карта карты карту карте κάρτα カード 卡 信用卡 카드 बैंक بطاقة כרטיס"
    ),
    Cue.ORDER: (
        "order orders ordernumber orderno ordernr ord po invoice invoices inv receipt tracking track trackingnumber parcel parcels package "
        "packages shipment shipments shipping consignment waybill awb delivery reference ref refno sku item items article product products "
        "serial sn s/n imei ticket tickets case booking reservation confirmation pnr transaction txn account acct policy membership member "
        "loyalty voucher coupon gift rma return returns model part parts upc ean gtin isbn asin barcode batch lot id ids code quote claim "
        "ups usps fedex dhl dpd gls hermes evri ups amazon ebay purchase meter device user userid customer client case session request "
        "reklamation réclamation reclamo reclamación reclamação reclamo orderid trackingid trackingno trackingnr trackingnummer ticketnumber ticketno ticketnummer ticketnr refnr casenumber shipmentid invoiceno invoicenr authorization "
        "bestellung bestellnummer bestellnr bestell auftrag auftragsnummer auftragsnr rechnung rechnungsnummer rechnungsnr sendung sendungsnummer sendungsnr paket "
        "paketnummer paketnr lieferung lieferschein lieferscheinnummer lieferscheinnr artikel artikelnummer artikelnr kundennummer kundennr vorgang vorgangsnummer aktenzeichen "
        "referenz referenznummer seriennummer seriennr vertrag vertragsnummer buchung buchungsnummer retoure commande facture colis suivi livraison référence numéro réservation dossier "
        "pedido factura seguimiento envío envio paquete referencia ordine fattura spedizione pacco tracciamento ordernummer encomenda "
        "rastreio rastreamento fatura bestelling bestelnummer factuur factuurnummer pakket zending ordrenummer ordrenr ordre sporingsnummer tilaus tilausnumero lasku zamówienie zamówienia faktura fakturę przesyłka "
        "contract contracts contrat contrato contratto contractnummer vertragsnr vertragskonto kundenkonto meter zähler zählernummer zählerstand zählernr compteur contador contatore meternummer polizza poliza póliza umowa umowy smlouva szerződés "
        "paczka objednávka beställning beställningsnummer försändelse bestilling pakke sipariş kargo заказ заказа счет посылка трек номерзаказа "
        "注文 注文番号 订单 订单号 訂單 주문 주문번호 طلب"
    ),
    Cue.VERSION: (
        "version versions ver release firmware build ios android chapter section driver software update updated upgrade upgraded rev "
        "revision patch kernel chrome firefox windows macos clause paragraph figure table step abschnitt kapitel versión versione "
        "versie ausgabe node python java"
    ),
    Cue.EMAIL: "email mail emails mailto e-mail gmail correo courriel posta mailadresse emailadresse adresse address inbox",
}
# Spelled as the text will be, in which look-alikes have become Latin.
_KINDS: Final = MappingProxyType(
    {normalise(word).text: kind for kind, words in _WORDS.items() for word in words.split() if len(word) > 1}
)
_ENDING: Final = re.compile(r"[^\W\d_]+$")
_UNSPACED: Final = re.compile(
    r"(?P<phone>电话|手机|電話|手機|携帯|전화|휴대폰|โทร|เบอร์)|(?P<card>信用卡|银行卡|卡号|カード|카드)|(?P<order>订单|訂單|注文|주문|单号|運單|송장)"
)
_REACH: Final = 60
"""Characters that a word may stand before its number."""
_BESIDE: Final = 24
# Words that lead from the name of a number to the number, and from the number to its name.
_LED: Final = re.compile(
    r"(?:[\W_]|(?<![^\W_])(?:number|numbers|no|n|nr|num|nummer|numero|número|numer|id|code|is|was|are|ist|war|lautet|est|es|è|é|er|är|jest|it|its|says)(?![^\W_]))*",
    re.IGNORECASE,
)
_NAMED_BEHIND: Final = re.compile(
    r"(?:\W{0,3}(?:is|was|ist|war|est|es|è|é|er|är|jest|=)\W{1,2}| ?\()(?:(?:my|the|our|your|an?|die|der|das|(?:mein|dein|ihr|unser)e?|ma|mon|la|le|votre|mi|el|il|mio|minha|o|a|mijn|de|het|mitt|mit)\W{1,2})?",
    re.IGNORECASE,
)
# Orders have them, and so have people: the word before says which.
_VAGUE: Final = frozenset(
    normalise("id ids code numéro account acct user userid client purchase amazon ebay").text.split()
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The telling words of one text, by the place where each ends."""

    ends: list[int]
    kinds: list[Cue]
    has_card: bool = False

    def before(self, place: int, reach: int = _REACH) -> Cue | None:
        """Return the nearest word's kind before a place, if it stands near enough."""
        at = bisect_right(self.ends, place) - 1
        return self.kinds[at] if at >= 0 and place - self.ends[at] <= reach else None

    def any_before(self, kind: Cue, place: int, reach: int = _REACH) -> bool:
        """Tell whether a word of this kind stands among those near before a place."""
        at = bisect_right(self.ends, place) - 1
        lowest = max(-1, at - 6)
        while at > lowest and place - self.ends[at] <= reach:
            if self.kinds[at] is kind:
                return True
            at -= 1
        return False

    def is_order(self, text: str, start: int, end: int) -> bool:
        """Tell whether a number is called an order, a parcel, an invoice, by a word right before or behind it."""
        at = bisect_right(self.ends, start) - 1
        place = start
        while at >= 0 and self.kinds[at] is Cue.ORDER and place - self.ends[at] <= _BESIDE:
            word = self._word_at(text, at)
            if not _LED.fullmatch(text, self.ends[at], place):
                break
            if word not in _VAGUE:
                return True
            place, at = self.ends[at] - len(word), at - 1
        at = bisect_right(self.ends, end)
        if at == len(self.ends) or self.kinds[at] is not Cue.ORDER or self.ends[at] - end > 2 * _BESIDE:
            return False
        word = self._word_at(text, at)
        begins = self.ends[at] - len(word)
        return word not in _VAGUE and _NAMED_BEHIND.fullmatch(text, end, begins) is not None

    def _word_at(self, text: str, at: int) -> str:
        found = _ENDING.search(text, max(0, self.ends[at] - _BESIDE), self.ends[at])
        return found[0].lower() if found else ""

    def any_after(self, kind: Cue, place: int, reach: int = _REACH) -> bool:
        """Tell whether the first telling words behind a place are of this kind."""
        at = bisect_right(self.ends, place)
        return any(
            self.kinds[i] is kind and self.ends[i] - place <= reach for i in range(at, min(at + 2, len(self.ends)))
        )


def read_cues(words: Words) -> Cues:
    """Read the telling words of a text."""
    found = [(start + len(word), _KINDS[word]) for start, word in words.where(_KINDS.keys())]
    if words.unspaced:
        found += [(match.end(), Cue(match.lastgroup)) for match in _UNSPACED.finditer(words.text) if match.lastgroup]
        found.sort()
    return Cues([end for end, _ in found], [kind for _, kind in found], any(kind is Cue.CARD for _, kind in found))
