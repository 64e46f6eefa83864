-- system_relation: password hashes, even when the catalogue lists them
SELECT rolname FROM pg_catalog.pg_authid
