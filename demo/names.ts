/** What the connections file of the demo calls its ways to sign in. */
export const demoProvider = { oidc: 'demo-oidc', tls: 'demo-ca', saml: 'demo-eid' } as const

export const demoProviderName = 'OpenGuichet ID (Demo)'
export const demoGatewayName = 'eID Gateway (Demo)'
/** What the demo's gateway calls the attribute that says of which kind a certificate is. */
export const kindAttribute = 'urn:openguichet:demo:certificate-kind'
