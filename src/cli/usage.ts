export const USAGE = `Usage: outsystems-ssl check FILE.pfx [options]
       outsystems-ssl probe HOST[:PORT]... [options]
       outsystems-ssl environments --lifetime ADDRESS --token-env VAR [options]

check: judges a PFX as OutSystems and browsers will: chain, expiry, domains, private key.

  --password-env VAR    take the password from this environment variable
  --password-file FILE  take it from the first line of this file
                        (with neither, it is asked on the terminal when it is needed)
  --key-password-env VAR, --key-password-file FILE
                        the same for keys that have a password of their own; may be repeated
  --max-iterations N    open a file that asks for up to N iterations of key derivation, which
                        may take minutes (without it: 5000000)
  --host NAME           a domain that the certificate must cover; may be repeated
  --version V           platform version of the environment, four numbers: 11.28.1.0
  --trust FILE.pem      trust the CA certificates of this file as well; may be repeated
  --no-default-trust    trust those only, not the usual roots
  --at TIME             judge for this moment (ISO 8601: 2027-03-01T12:00:00Z), not for now
  --fetch-issuers       fetch the CA certificates that the file lacks from the web addresses that its
                        certificates name; each of these servers sees that its address is asked for
  --revocation          ask the CAs whether the chain is revoked: an OCSP service is sent the
                        certificate's serial number and hashes of the CA's name and key; a server
                        of lists (CRL) only the request for its list
                        (without these two, nothing is sent anywhere)
  --allow-private-addresses
                        let both of them ask servers in your own network too
  --json                print the report as JSON (docs/report.schema.json)
  --ticket              print the ticket draft as Markdown
  --language LANGUAGE   of that draft: en (without it) or pt
  --help                print this

probe: looks at what hosts serve now (DNS, certificate, chain, HTTPS enforced) and changes nothing
there. A port leaves out the look at plain HTTP on port 80.

  --trust FILE.pem, --no-default-trust
                        as above
  --expect FILE         a PFX or PEM: an error where another certificate is served; the PFX's password
                        as above
  --warn-days N         days before its end from which on a certificate counts as expiring (30)
  --json                print JSON (docs/probe.schema.json)

environments: lists the environments that a LifeTime manages.

  --lifetime ADDRESS    https://acme-lt.outsystemsenterprise.com
  --token-env VAR       take the token of a service account from this environment variable
  --trust FILE.pem      as above, for LifeTime's own certificate
  --json                print a JSON array, as the setting outsystemsSsl.environments has it

All of them go through the proxies that HTTPS_PROXY and HTTP_PROXY name, but for the hosts of NO_PROXY.

Exit code: 0 no error, 1 errors found (a host that can't be reached is one), 2 the file could not be
checked, LifeTime not be read, or the call not be understood.
`;

/** A file, variable or terminal that the call names can't be used. `message` is for people. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code = 'input';
}

/** The call can't be understood. `message` is for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}
