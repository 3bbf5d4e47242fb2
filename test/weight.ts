import type { Page } from 'playwright-core'

export type Weight = { total: number; script: number; requests: { address: string; bytes: number }[] }

/** What a view costs on the wire: compressed bodies and headers of everything the browser fetched for it. */
export async function weighView(page: Page, address: string): Promise<Weight> {
  const session = await page.context().newCDPSession(page)
  const kinds = new Map<string, { address: string; script: boolean }>()
  const fetched: { address: string; script: boolean; bytes: number }[] = []
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, { address: new URL(response.url).pathname, script: type === 'Script' })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) fetched.push({ ...kind, bytes: encodedDataLength })
  })
  await session.send('Network.enable')
  await page.goto(address, { waitUntil: 'networkidle' })
  await session.detach()
  return {
    total: sum(fetched),
    script: sum(fetched.filter(({ script }) => script)),
    requests: fetched.map(({ address: at, bytes }) => ({ address: at, bytes })),
  }
}

function sum(fetched: { bytes: number }[]): number {
  return fetched.reduce((total, { bytes }) => total + bytes, 0)
}
