import type { X509Certificate } from 'node:crypto'
import type { Config, TlsProvider } from '../config.ts'
import { checkNationalNumber } from '../identifiers/national-number.ts'
import type { Presented, Refusal } from './presented.ts'
import { sealNationalNumber } from './secrets.ts'
import type { Way } from './state.ts'
import { readCertificate } from './subject.ts'

type Refused = { ok: false; refusal: Refusal }
type Mapped = { ok: true; presented: Presented } | Refused
type Holder = Pick<
  Presented,
  'serialNumber' | 'kind' | 'familyName' | 'givenName' | 'organizationName' | 'organizationIdentifier'
>

/** A trusted certificate's holder, as the provider's configuration names the attributes. */
export function readHolder(
  certificate: X509Certificate,
  { mapping }: TlsProvider,
): { ok: true; holder: Holder } | Refused {
  const { attribute } = readCertificate(certificate)
  const serialNumber = attribute(mapping.serialNumber)
  const familyName = attribute(mapping.familyName)
  if (!serialNumber || !familyName) return { ok: false, refusal: 'incomplete' }
  const kind = Object.entries(mapping.kindValues).find(([value]) => value === attribute(mapping.kind))?.[1]
  if (!kind) return { ok: false, refusal: 'unknown_kind' }
  const organizationName = kind === 'professional' ? attribute(mapping.organizationName) : null
  if (kind === 'professional' && !organizationName) return { ok: false, refusal: 'incomplete' }
  const organizationIdentifier = kind === 'professional' ? attribute(mapping.organizationIdentifier) : null
  const givenName = attribute(mapping.givenName) ?? ''
  const holder = { serialNumber, kind, familyName, givenName, organizationName, organizationIdentifier }
  return { ok: true, holder }
}

/** What a trusted certificate presents to the portal. */
export function mapCertificate(
  config: Config,
  certificate: X509Certificate,
  provider: TlsProvider,
  { back, purpose }: Way,
): Mapped {
  const { mapping } = provider
  const read = readHolder(certificate, provider)
  if (!read.ok) return read
  const nationalNumber = mapping.nationalNumber
    ? readCertificate(certificate).attribute(mapping.nationalNumber)
    : null
  const presented = {
    scheme: 'tls' as const,
    assurance: provider.assurance,
    provider: provider.id,
    providerName: provider.name,
    ...read.holder,
    birthDate: null,
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    nationalNumber: sealGiven(config, nationalNumber),
    nationalNumberFrom: 'certificate' as const,
    login: null,
    back,
    purpose,
  }
  return { ok: true, presented }
}

/** A number the provider vouches for; one that cannot be right is as good as none. */
export function sealGiven(config: Config, text: string | null): string | null {
  const checked = text ? checkNationalNumber(text) : null
  return checked?.ok ? sealNationalNumber(config, checked.value).toString('base64') : null
}
