"""Writes and reads PKCS#12 files with pyca/cryptography: a list of questions as JSON comes in, a list of answers goes out."""
import base64
import json
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs12

DER = serialization.Encoding.DER
PKCS8 = serialization.PrivateFormat.PKCS8
PKCS12 = serialization.PrivateFormat.PKCS12


def protection(form, password):
    if form == "best":
        return serialization.BestAvailableEncryption(password)
    if form == "none":
        return serialization.NoEncryption()
    builder = PKCS12.encryption_builder().kdf_rounds(5000)
    algorithm, mac = {
        "3des": (pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC, hashes.SHA1()),
        "aes": (pkcs12.PBES.PBESv2SHA256AndAES256CBC, hashes.SHA256()),
    }[form]
    return builder.key_cert_algorithm(algorithm).hmac_hash(mac).build(password)


def write(question, password):
    key = serialization.load_der_private_key(decode(question["key"]), None)
    leaf, *chain = [x509.load_der_x509_certificate(decode(text)) for text in question["certificates"]]
    encryption = protection(question["form"], password)
    return {"p12": encode(pkcs12.serialize_key_and_certificates(b"Anna", key, leaf, chain, encryption))}


def read(question, password):
    held = pkcs12.load_pkcs12(decode(question["p12"]), password)
    certificates = [held.cert, *held.additional_certs]
    return {
        "key": encode(held.key.private_bytes(DER, PKCS8, serialization.NoEncryption())),
        "certificates": [encode(entry.certificate.public_bytes(DER)) for entry in certificates],
        "name": (held.cert.friendly_name or b"").decode("utf-8"),
    }


def decode(text):
    return base64.b64decode(text)


def encode(octets):
    return base64.b64encode(octets).decode("ascii")


def answer(question):
    try:
        operation = write if "key" in question else read
        return operation(question, question["password"].encode("utf-8"))
    except Exception as error:  # The answer is that it refuses.
        return {"error": f"{type(error).__name__}: {error}"}


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
