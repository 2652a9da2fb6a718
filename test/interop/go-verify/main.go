// Reads certification paths as JSON from standard input, and writes what crypto/x509 says of each: "" when it verifies.
package main

import (
	"crypto/x509"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"
)

type question struct {
	// Chain holds the certificate in question first, all in DER.
	Chain   [][]byte
	Anchors [][]byte
	Host    string
	At      time.Time
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		log.Fatal(err)
	}
	answers := make([]string, len(questions))
	for i, asked := range questions {
		if err := verify(asked); err != nil {
			answers[i] = err.Error()
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}

func verify(asked question) error {
	leaf, err := x509.ParseCertificate(asked.Chain[0])
	if err != nil {
		return fmt.Errorf("unreadable leaf: %w", err)
	}
	roots, unreadable := pool(asked.Anchors)
	intermediates, alsoUnreadable := pool(asked.Chain[1:])
	_, err = leaf.Verify(x509.VerifyOptions{
		DNSName:       asked.Host,
		Roots:         roots,
		Intermediates: intermediates,
		CurrentTime:   asked.At,
		KeyUsages:     []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	})
	if unreadable = append(unreadable, alsoUnreadable...); err != nil && len(unreadable) > 0 {
		return fmt.Errorf("unreadable CA: %w; %s", unreadable[0], err)
	}
	return err
}

// pool leaves out what cannot be read: another path may do without it.
func pool(certificates [][]byte) (*x509.CertPool, []error) {
	var unreadable []error
	pool := x509.NewCertPool()
	for _, der := range certificates {
		certificate, err := x509.ParseCertificate(der)
		if err != nil {
			unreadable = append(unreadable, err)
			continue
		}
		pool.AddCert(certificate)
	}
	return pool, unreadable
}
