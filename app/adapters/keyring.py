"""The keyring: keys derived from the service's secret, one a purpose: to seal, to sign, to compare without keeping."""

import base64
import hashlib
import hmac
import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_KEY_BYTES = 32
_NONCE_BYTES = 12


class Unsealable(Exception):
    """A sealed value was changed, belongs elsewhere or was sealed with another secret. Holds no value."""


class Keyring:
    """Derives from one secret; another purpose, such as `vault` or `text_hash`, is another key (HKDF, RFC 5869)."""

    def __init__(self, secret_key: str) -> None:
        self._secret = secret_key.encode()
        self._keys: dict[str, bytes] = {}  # by purpose, of which there is a handful
        self._macs: dict[str, hmac.HMAC] = {}

    def digest(self, purpose: str, tenant: str, text: str) -> str:
        """Return a keyed hash of `text`, 43 URL-safe characters; two tenants never have the same (HMAC-SHA256)."""
        scope = tenant.encode()
        message = len(scope).to_bytes(4, "big") + scope + text.encode("utf-8", "surrogatepass")
        if purpose not in self._macs:
            self._macs[purpose] = hmac.new(self._key(f"digest:{purpose}"), digestmod=hashlib.sha256)
        mac = self._macs[purpose].copy()  # one that has taken its key already
        mac.update(message)
        return base64.urlsafe_b64encode(mac.digest()).rstrip(b"=").decode()

    def seal(self, purpose: str, aad: str, plaintext: str) -> bytes:
        """Encrypt; it opens only under the same purpose and `aad`, such as `tenant/contact` (AES-256-GCM)."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher(purpose).encrypt(nonce, plaintext.encode("utf-8", "surrogatepass"), aad.encode())

    def open(self, purpose: str, aad: str, sealed: bytes) -> str:
        """Decrypt what `seal` returned. Raises Unsealable."""
        nonce, box = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return self._cipher(purpose).decrypt(nonce, box, aad.encode()).decode("utf-8", "surrogatepass")
        except (InvalidTag, ValueError) as error:
            raise Unsealable(purpose) from error

    def sealer(self, purpose: str) -> Callable[[bytes], bytes]:
        """Return what seals bytes for one purpose and no owner."""
        cipher = self._cipher(purpose)

        def seal(plain: bytes) -> bytes:
            nonce = os.urandom(_NONCE_BYTES)
            return nonce + cipher.encrypt(nonce, plain, None)

        return seal

    def unsealer(self, purpose: str) -> Callable[[bytes], bytes]:
        """Return what opens what the purpose's sealer made; it raises Unsealable."""
        cipher = self._cipher(purpose)

        def unseal(sealed: bytes) -> bytes:
            try:
                return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
            except (InvalidTag, ValueError) as error:
                raise Unsealable(purpose) from error

        return unseal

    def signer(self, purpose: str) -> Ed25519PrivateKey:
        """Return the key that signs for one purpose; its public half may be given to anyone (Ed25519, RFC 8032)."""
        return Ed25519PrivateKey.from_private_bytes(self._key(f"sign:{purpose}"))

    def _cipher(self, purpose: str) -> AESGCM:
        return AESGCM(self._key(f"seal:{purpose}"))

    def _key(self, info: str) -> bytes:
        if info not in self._keys:
            kdf = HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=b"frontdesk", info=info.encode())
            self._keys[info] = kdf.derive(self._secret)
        return self._keys[info]
