import type { X509Certificate } from 'node:crypto'
import type { Config, TlsProvider } from '../config.ts'
import { checkNationalNumber } from '../identifiers/national-number.ts'
import type { Presented, Refusal } from './presented.ts'
import { sealNationalNumber } from './secrets.ts'
import { readCertificate } from './subject.ts'

type Mapped = { ok: true; presented: Presented } | { ok: false; refusal: Refusal }

/** A trusted certificate's holder, as the provider's configuration names the attributes. */
export function mapCertificate(
  config: Config,
  certificate: X509Certificate,
  provider: TlsProvider,
  back: string | null,
): Mapped {
  const { mapping } = provider
  const { attribute } = readCertificate(certificate)
  const serialNumber = attribute(mapping.serialNumber)
  const familyName = attribute(mapping.familyName)
  if (!serialNumber || !familyName) return { ok: false, refusal: 'incomplete' }
  const kind = Object.entries(mapping.kindValues).find(([value]) => value === attribute(mapping.kind))?.[1]
  if (!kind) return { ok: false, refusal: 'unknown_kind' }
  const organizationName = kind === 'professional' ? attribute(mapping.organizationName) : null
  if (kind === 'professional' && !organizationName) return { ok: false, refusal: 'incomplete' }
  const presented = {
    scheme: 'tls' as const,
    assurance: provider.assurance,
    provider: provider.id,
    providerName: provider.name,
    serialNumber,
    kind,
    familyName,
    givenName: attribute(mapping.givenName) ?? '',
    organizationName,
    organizationIdentifier: kind === 'professional' ? attribute(mapping.organizationIdentifier) : null,
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    nationalNumber: sealGiven(config, mapping.nationalNumber ? attribute(mapping.nationalNumber) : null),
    nationalNumberFrom: 'certificate' as const,
    back,
  }
  return { ok: true, presented }
}

/** A number the provider vouches for; one that cannot be right is as good as none. */
export function sealGiven(config: Config, text: string | null): string | null {
  const checked = text ? checkNationalNumber(text) : null
  return checked?.ok ? sealNationalNumber(config, checked.value).toString('base64') : null
}
