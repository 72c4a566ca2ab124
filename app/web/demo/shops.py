"""What the two demo shops say of themselves; their pages differ in words, drawings and colours alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Product:
    """A thing on the shelf; `drawing` names its picture in `drawings.html`."""

    name: str
    words: str
    price: str
    drawing: str


@dataclass(frozen=True, slots=True)
class Shop:
    """One shop. `questions` are ones that its help pages answer, one that a person must, and the wish for a person."""

    tenant: str
    site: str
    path: str
    name: str
    trade: str
    headline: str
    lead: str
    promises: tuple[str, str, str]
    shelf: str
    products: tuple[Product, ...]
    questions: tuple[str, str, str]


HARBOR: Final = Shop(
    tenant="harbor",
    site="site_harbor_shop",
    path="/demo",
    name="Harbor Outfitters",
    trade="Outdoor clothing and gear, from Kiel",
    headline="Made for weather that changes its mind",
    lead="Jackets, boots and tents that we wear ourselves on the coast, and repair for years.",
    promises=("Free delivery from €60", "30 days to return", "Five-year guarantee"),
    shelf="For the first cold weekend",
    products=(
        Product("Fjord shell jacket", "Three layers, taped seams, 410 g", "€219", "jacket"),
        Product("Kiel walking boots", "Waterproof leather, can be resoled", "€179", "boots"),
        Product("Skagen tent", "Two people, 1.9 kg, up in four minutes", "€329", "tent"),
        Product("Ferry backpack", "28 litres, rolls shut, floats", "€98", "backpack"),
    ),
    questions=(
        "How long does delivery to Norway take?",
        "Can I send back boots I wore outside?",
        "I would like to talk to a person.",
    ),
)

LUMEN: Final = Shop(
    tenant="lumen",
    site="site_lumen_shop",
    path="/demo/lumen",
    name="Lumen Home",
    trade="Lamps and smart lighting",
    headline="Good light is quiet",
    lead="Lamps that dim down to candlelight, last twenty years, and work without an app when you want them to.",
    promises=("Ships in two days", "60 days to try", "Bulbs you can replace"),
    shelf="Made for evenings",
    products=(
        Product("Ember table lamp", "Warm dim, linen shade", "$89", "table_lamp"),
        Product("Halo pendant", "Opal glass, 2700 K", "$149", "pendant"),
        Product("Reed floor lamp", "Reading light, one touch", "$189", "floor_lamp"),
        Product("Glow bulb, set of two", "E26, 9 W, Wi-Fi", "$24", "bulb"),
    ),
    questions=(
        "Why does my lamp flicker with a dimmer?",
        "My bulb can't find the Wi-Fi. What can I do?",
        "I would like to talk to a person.",
    ),
)

SHOPS: Final[Mapping[str, Shop]] = MappingProxyType({shop.tenant: shop for shop in (HARBOR, LUMEN)})
