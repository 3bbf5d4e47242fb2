import { html } from 'hono/html'
import type { Html } from '../../platform/http.ts'
import { ciphers, transports } from './encryption.ts'
import type { OwnKey, SamlKeys } from './keys.ts'
import type { Parties } from './response.ts'

/**
 * What a gateway's operators need to know of the portal (saml-metadata §2.4.4). Ours, because node-saml's
 * promises ciphers that are refused here, and only one key.
 */
export const describePortal = ({ portal, consumer }: Parties, keys: SamlKeys): Html =>
  html`<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
  xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${portal}">
  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true"
    protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">${keyInfo(keys.signing)}</md:KeyDescriptor>
    <md:KeyDescriptor use="encryption">${keyInfo(keys.decryption[0])}${[...ciphers, ...transports].map(
      (algorithm) => html`
      <md:EncryptionMethod Algorithm="${algorithm}"/>`,
    )}
    </md:KeyDescriptor>
    <md:AssertionConsumerService index="1" isDefault="true"
      Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${consumer}"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`

const keyInfo = ({ certificate }: OwnKey) => html`
      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
