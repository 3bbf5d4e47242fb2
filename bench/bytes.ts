import { launchBrowser } from '../test/browser.ts'
import { weighView } from '../test/weight.ts'
import type { Bench } from './portal.ts'

export type Bytes = { name: string; total: number; script: number }

/** What a real browser fetches: the start page with nothing kept, then a later page of the same visit. */
export async function measureBytes(bench: Bench): Promise<Bytes[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ locale: 'de' })
    await context.addCookies([{ ...bench.cookie, url: bench.address }])
    const page = await context.newPage()
    const views: Bytes[] = []
    for (const [index, { name, path }] of bench.pages.entries()) {
      const { total, script } = await weighView(page, bench.address + path)
      views.push({ name: `${index === 0 ? 'first view' : 'later view'}: ${name}`, total, script })
    }
    return views
  } finally {
    await browser.close()
  }
}
