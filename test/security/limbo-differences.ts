/**
 * Every case of x509-limbo, of those the test runs, where we do not do what it expects, and why.
 * `accepted` is what a case must never be without an explanation here.
 */
export const differences: Record<string, { we: 'accept' | 'refuse'; because: string }> = {
  'webpki::eku::ee-anyeku': {
    we: 'accept',
    because:
      'anyExtendedKeyUsage beside the purpose asked for. Only the CA/Browser Forum forbids it, for web servers ' +
      '(BR §7.1.2.7.10); RFC 5280 §4.2.1.12 allows it. On its own it is not enough for us.',
  },
  'webpki::eku::ee-critical-eku': {
    we: 'accept',
    because:
      'A critical extendedKeyUsage. Only the CA/Browser Forum forbids it, for web servers (BR §7.1.2.7.6); ' +
      'RFC 5280 §4.2.1.12: "may, at the option of the certificate issuer, be either critical or non-critical".',
  },
  'webpki::eku::root-has-eku': {
    we: 'accept',
    because:
      'A root that names its purposes, among them the one asked for. Only the CA/Browser Forum forbids it ' +
      '(BR §7.1.2.1.2). We read it as OpenSSL does: the root is good for these purposes and no others.',
  },
  'cve::cve-2024-0567': {
    we: 'refuse',
    because:
      'The search ends, which is what the case is about. Its root signed itself with its own key but names another ' +
      'issuer, so it is not self-issued, and RFC 5280 §4.2.1.1 then asks for the key identifier it lacks.',
  },
  'pathlen::validation-ignores-pathlen-in-leaf': {
    we: 'refuse',
    because:
      'The path length is fine; but the certificate belongs to an authority, and those do not sign in.',
  },
  'rfc5280::ca-as-leaf': {
    we: 'refuse',
    because: 'RFC 5280 lets an authority stand at the end of a path; we let no authority sign in.',
  },
  'rfc5280::eku::ee-without-eku': {
    we: 'refuse',
    because: 'RFC 5280 §4.2.1.12 allows a certificate without purposes; we ask that the purpose be named.',
  },
  'webpki::nc::permitted-dns-match-noncritical': {
    we: 'refuse',
    because:
      'The CA/Browser Forum lets name constraints be non-critical. RFC 5280 §4.2.1.10 does not, and its case of ' +
      'the same name expects a refusal: one of the two has to differ.',
  },
}
