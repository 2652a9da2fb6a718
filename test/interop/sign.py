"""Signs with pyca/cryptography: a list of questions as JSON comes in, a list of messages goes out."""
import base64
import json
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs7

DIGESTS = {"sha224": hashes.SHA224, "sha256": hashes.SHA256, "sha384": hashes.SHA384, "sha512": hashes.SHA512}


def sign(question):
    key = serialization.load_der_private_key(decode(question["key"]), None)
    leaf, *chain = [x509.load_der_x509_certificate(decode(text)) for text in question["certificates"]]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(decode(question["content"]))
    builder = builder.add_signer(leaf, key, DIGESTS[question["digest"]]())
    for certificate in chain:
        builder = builder.add_certificate(certificate)
    form = question["form"]
    options = [pkcs7.PKCS7Options.Binary]
    if form:
        options.append(pkcs7.PKCS7Options[form])
    return builder.sign(serialization.Encoding.DER, options)


def decode(text):
    return base64.b64decode(text)


messages = [base64.b64encode(sign(question)).decode() for question in json.load(sys.stdin)]
json.dump(messages, sys.stdout)
