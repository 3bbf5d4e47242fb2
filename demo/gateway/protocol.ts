import { randomUUID } from 'node:crypto'
import { Constants, IdentityProvider, SamlLib, ServiceProvider, setSchemaValidator } from 'samlify'
import { kindAttribute } from '../names.ts'
import type { DemoCertificate, DemoPerson } from '../people.ts'

export type Asked = { id: string; context: string }
export type Holder = { person: DemoPerson; certificate: DemoCertificate }
export type Protocol = ReturnType<typeof openProtocol>

/** samlify wants to be told who checks XML schemas: nobody, here. */
setSchemaValidator({ validate: async () => 'skipped' })

const { algorithms, namespace } = Constants
const eidas = 'http://eidas.europa.eu/attributes'
/** What is said of whoever chose a certificate. */
const attributes: { name: string; tag: string; value: (holder: Holder) => string }[] = [
  said(`${eidas}/naturalperson/PersonIdentifier`, 'Number', ({ certificate }) => certificate.serialNumber),
  said(`${eidas}/naturalperson/CurrentFamilyName`, 'FamilyName', ({ person }) => person.familyName),
  said(`${eidas}/naturalperson/CurrentGivenName`, 'GivenName', ({ person }) => person.givenName),
  said(`${eidas}/naturalperson/DateOfBirth`, 'BirthDate', ({ person }) => person.birthDate),
  said(
    `${eidas}/legalperson/LegalName`,
    'Company',
    ({ certificate }) => certificate.organization?.name ?? '',
  ),
  said(`${eidas}/legalperson/LegalPersonIdentifier`, 'CompanyNumber', ({ certificate }) => {
    return certificate.organization?.identifier ?? ''
  }),
  said(kindAttribute, 'Kind', ({ certificate }) => certificate.kind),
]

function said(name: string, tag: string, value: (holder: Holder) => string) {
  return { name, tag, value }
}

/** The gateway's side of SAML 2.0: takes the signed requests of one portal, gives signed and encrypted answers. */
export function openProtocol(given: {
  address: string
  certificate: string
  key: string
  portalMetadata: string
}) {
  const { address, portalMetadata } = given
  const portal = ServiceProvider({ metadata: portalMetadata })
  const gateway = IdentityProvider({
    entityID: `${address}/metadata`,
    signingCert: given.certificate,
    privateKey: given.key,
    isAssertionEncrypted: true,
    ...encryption,
    wantAuthnRequestsSigned: true,
    singleSignOnService: [{ Binding: namespace.binding.redirect, Location: `${address}/sso` }],
    loginResponseTemplate: {
      context: SamlLib.defaultLoginResponseTemplate.context.replace('{AuthnStatement}', authentication),
      attributes: attributes.map(({ name, tag }) => ({
        ...{ name, valueTag: tag, valueXsiType: 'xs:string' },
        nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
      })),
    },
  })
  const consumer = String(portal.entityMeta.getAssertionConsumerService('post'))

  /** The values of one answer. */
  function tagsOf({ id, context }: Asked, holder: Holder) {
    const now = new Date()
    const soon = new Date(now.getTime() + 2 * 60_000).toISOString()
    return {
      ...{ ID: newId(), AssertionID: newId(), InResponseTo: id, Issuer: `${address}/metadata` },
      ...{ IssueInstant: now.toISOString(), AuthnInstant: now.toISOString(), Context: context },
      ...{ ConditionsNotBefore: now.toISOString(), ConditionsNotOnOrAfter: soon },
      ...{ SubjectConfirmationDataNotOnOrAfter: soon, SubjectRecipient: consumer, Destination: consumer },
      ...{ Audience: portal.entityMeta.getEntityID(), StatusCode: Constants.StatusCode.Success },
      ...{ NameID: holder.certificate.id, NameIDFormat: namespace.format.transient },
      ...Object.fromEntries(attributes.map(({ tag, value }) => [`attr${tag}`, value(holder)])),
    }
  }

  return {
    consumer,
    metadata: () => gateway.getMetadata(),

    /** Throws when the request is not the portal's. The query comes as it was sent, for that was signed. */
    async read(query: string): Promise<Asked> {
      const octetString = query.split('&Signature=')[0] ?? ''
      const sent = Object.fromEntries(new URLSearchParams(query))
      const { extract } = await gateway.parseLoginRequest(portal, 'redirect', { query: sent, octetString })
      const [context] = [extract.authnContextClassRef ?? []].flat()
      return { id: String(extract.request?.id), context: context ?? 'http://eidas.europa.eu/LoA/substantial' }
    },

    async answer(asked: Asked, holder: Holder): Promise<string> {
      const tags = tagsOf(asked, holder)
      const { context } = await gateway.createLoginResponse(
        portal,
        { extract: {} },
        'post',
        {},
        (template) => ({
          id: tags.ID,
          context: SamlLib.replaceTagsByValue(template, tags),
        }),
      )
      return context
    },

    /** The person turned back: signed by nobody, as gateways do it. */
    decline(asked: Asked): string {
      const text = SamlLib.replaceTagsByValue(declined, {
        ...{ ID: newId(), InResponseTo: asked.id, Issuer: `${address}/metadata`, Destination: consumer },
        IssueInstant: new Date().toISOString(),
      })
      return Buffer.from(text).toString('base64')
    },
  }
}

/** Its types do not know this setting. */
const encryption = { dataEncryptionAlgorithm: algorithms.encryption.data.AES_128_GCM }

const newId = () => `_${randomUUID()}`

const authentication =
  '<saml:AuthnStatement AuthnInstant="{AuthnInstant}"><saml:AuthnContext><saml:AuthnContextClassRef>{Context}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>'

const declined =
  '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}" InResponseTo="{InResponseTo}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">{Issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode></samlp:Status></samlp:Response>'
