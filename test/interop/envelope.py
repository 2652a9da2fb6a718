"""Encrypts and decrypts CMS EnvelopedData with Python's cryptography: `encrypt CERT IN OUT`, `decrypt CERT KEY IN OUT`."""

import sys
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key, pkcs7
from cryptography.x509 import load_pem_x509_certificate


def main(action: str, cert: str, *paths: str) -> None:
    certificate = load_pem_x509_certificate(Path(cert).read_bytes())
    if action == "encrypt":
        source, target = paths
        builder = pkcs7.PKCS7EnvelopeBuilder().set_data(Path(source).read_bytes()).add_recipient(certificate)
        builder = builder.set_content_encryption_algorithm(algorithms.AES256)
        Path(target).write_bytes(builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary]))
    else:
        key, source, target = paths
        private_key = load_pem_private_key(Path(key).read_bytes(), None)
        Path(target).write_bytes(pkcs7.pkcs7_decrypt_der(Path(source).read_bytes(), certificate, private_key, []))


main(*sys.argv[1:])
