module profilewright.test/go-cms

go 1.19

require go.mozilla.org/pkcs7 v0.9.0
