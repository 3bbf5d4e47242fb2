import { isEidasAttribute, type SamlProvider } from './settings.ts'

const eidas = 'http://eidas.europa.eu/saml-extensions'
/** Without these four nobody is identified (Regulation (EU) 2015/1501, annex 1). */
const minimum = ['PersonIdentifier', 'CurrentFamilyName', 'CurrentGivenName', 'DateOfBirth']

/** What an eIDAS node wants to know of whoever asks (SAML message format 1.2, §2.3.2). */
export function requestExtensions({ eidas: as, attributes }: SamlProvider) {
  const { kind, kindValues, nationalNumber, ...names } = attributes
  const requested = Object.values(names).filter(isEidasAttribute)
  return {
    'eidas:SPType': { '@xmlns:eidas': eidas, '#text': as?.spType ?? 'public' },
    'eidas:RequestedAttributes': {
      '@xmlns:eidas': eidas,
      'eidas:RequestedAttribute': requested.map((name) => ({
        '@Name': name,
        '@NameFormat': 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
        '@isRequired': String(minimum.some((one) => name.endsWith(`/naturalperson/${one}`))),
      })),
    },
  }
}
