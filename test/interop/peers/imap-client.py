"""Reads mail as an account says: a list of accounts as JSON comes in, a list of what became of each goes out."""

import imaplib
import json
import socket
import ssl
import sys

resolve = socket.getaddrinfo

# As if the names were in the hosts file: they are looked up nowhere, and TLS is asked for them all the same.
socket.getaddrinfo = lambda host, *rest, **options: resolve('127.0.0.1', *rest, **options)


def read_mail(account):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=account['anchors'])
    host, port = account['host'], account['port']
    if account['startsInTheClear']:
        client = imaplib.IMAP4(host, port, timeout=10)
        client.starttls(context)
    else:
        client = imaplib.IMAP4_SSL(host, port, ssl_context=context, timeout=10)
    client.login(account['username'], account['password'])
    status, _ = client.select('INBOX', readonly=True)
    client.logout()
    return status


def attempt(account):
    try:
        return read_mail(account)
    except (OSError, imaplib.IMAP4.error) as error:
        return str(error)


print(json.dumps([attempt(account) for account in json.load(sys.stdin)]))
