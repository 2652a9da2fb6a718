module profilewright.test/go-verify

go 1.19
