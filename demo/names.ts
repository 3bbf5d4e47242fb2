/** What the connections file of the demo calls its ways to sign in. */
export const demoProvider = { oidc: 'demo-oidc', tls: 'demo-ca' } as const

export const demoProviderName = 'OpenGuichet ID (Demo)'
