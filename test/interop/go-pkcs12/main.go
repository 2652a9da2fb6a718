// Writes and reads PKCS#12 files with go-pkcs12: a list of questions as JSON comes in, a list of answers goes out.
package main

import (
	"crypto/x509"
	"encoding/json"
	"log"
	"os"

	"software.sslmate.com/src/go-pkcs12"
)

type question struct {
	// Form names the encoder; without one the file in P12 is read.
	Form     string
	Password string
	// Key is PKCS#8; the certificate of the key comes first.
	Key          []byte
	Certificates [][]byte
	P12          []byte
}

type answer struct {
	P12          []byte   `json:"p12,omitempty"`
	Key          []byte   `json:"key,omitempty"`
	Certificates [][]byte `json:"certificates,omitempty"`
	Error        string   `json:"error,omitempty"`
}

var encoders = map[string]*pkcs12.Encoder{
	"LegacyRC2":    pkcs12.LegacyRC2,
	"LegacyDES":    pkcs12.LegacyDES,
	"Modern2023":   pkcs12.Modern2023,
	"Modern2026":   pkcs12.Modern2026,
	"Passwordless": pkcs12.Passwordless,
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		log.Fatal(err)
	}
	answers := make([]answer, len(questions))
	for i, asked := range questions {
		given, err := work(asked)
		if err != nil {
			given.Error = err.Error()
		}
		answers[i] = given
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}

func work(asked question) (answer, error) {
	if asked.Form == "" {
		return read(asked)
	}
	key, err := x509.ParsePKCS8PrivateKey(asked.Key)
	if err != nil {
		return answer{}, err
	}
	var certificates []*x509.Certificate
	for _, der := range asked.Certificates {
		certificate, err := x509.ParseCertificate(der)
		if err != nil {
			return answer{}, err
		}
		certificates = append(certificates, certificate)
	}
	file, err := encoders[asked.Form].Encode(key, certificates[0], certificates[1:], asked.Password)
	return answer{P12: file}, err
}

func read(asked question) (answer, error) {
	key, leaf, chain, err := pkcs12.DecodeChain(asked.P12, asked.Password)
	if err != nil {
		return answer{}, err
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(key)
	found := answer{Key: encoded, Certificates: [][]byte{leaf.Raw}}
	for _, certificate := range chain {
		found.Certificates = append(found.Certificates, certificate.Raw)
	}
	return found, err
}
