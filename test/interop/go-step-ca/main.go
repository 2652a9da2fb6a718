// Serves a step-ca as its configuration file says.
//
// It is the CA of cmd/step-ca without the key services of clouds and smart cards, which are most of what there is to compile.
package main

import (
	"log"
	"os"

	"github.com/smallstep/certificates/authority/config"
	"github.com/smallstep/certificates/ca"

	_ "github.com/smallstep/certificates/cas/softcas"
	_ "go.step.sm/crypto/kms/softkms"
)

func main() {
	settings, err := config.LoadConfiguration(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	authority, err := ca.New(settings)
	if err != nil {
		log.Fatal(err)
	}
	if err := authority.Run(); err != nil {
		log.Fatal(err)
	}
}
