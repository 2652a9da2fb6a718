// Signs with go.mozilla.org/pkcs7: a list of questions as JSON comes in, a list of messages goes out.
package main

import (
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"encoding/json"
	"log"
	"os"

	"go.mozilla.org/pkcs7"
)

type question struct {
	// Form is "attributes" or "direct".
	Form    string
	Digest  string
	Content []byte
	// Key is PKCS#8; the certificate of the key comes first.
	Key          []byte
	Certificates [][]byte
}

var digests = map[string]asn1.ObjectIdentifier{
	"sha1":   pkcs7.OIDDigestAlgorithmSHA1,
	"sha256": pkcs7.OIDDigestAlgorithmSHA256,
	"sha384": pkcs7.OIDDigestAlgorithmSHA384,
	"sha512": pkcs7.OIDDigestAlgorithmSHA512,
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		log.Fatal(err)
	}
	var messages [][]byte
	for _, asked := range questions {
		message, err := sign(asked)
		if err != nil {
			log.Fatal(err)
		}
		messages = append(messages, message)
	}
	if err := json.NewEncoder(os.Stdout).Encode(messages); err != nil {
		log.Fatal(err)
	}
}

func sign(asked question) ([]byte, error) {
	key, err := x509.ParsePKCS8PrivateKey(asked.Key)
	if err != nil {
		return nil, err
	}
	var certificates []*x509.Certificate
	for _, der := range asked.Certificates {
		certificate, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, err
		}
		certificates = append(certificates, certificate)
	}
	data, err := pkcs7.NewSignedData(asked.Content)
	if err != nil {
		return nil, err
	}
	data.SetDigestAlgorithm(digests[asked.Digest])
	if err := add(data, asked.Form, certificates, key); err != nil {
		return nil, err
	}
	return data.Finish()
}

func add(data *pkcs7.SignedData, form string, certificates []*x509.Certificate, key crypto.PrivateKey) error {
	leaf, chain := certificates[0], certificates[1:]
	if form == "direct" {
		for _, certificate := range chain {
			data.AddCertificate(certificate)
		}
		return data.SignWithoutAttr(leaf, key, pkcs7.SignerInfoConfig{})
	}
	return data.AddSignerChain(leaf, key, chain, pkcs7.SignerInfoConfig{})
}
