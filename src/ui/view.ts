import type { Config } from '../config.ts'
import type { Language, Messages } from '../i18n/index.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'

/** What every page needs to know about the request it answers. Built once per request. */
export type View = {
  lang: Language
  t: Messages
  config: Config
  /** Path and query of the page, for the language switch and for coming back after sign-in. */
  url: string
  /** The page answers a form that was sent: what stands in it may be stored nowhere else. */
  answering: boolean
  actor: Actor | null
  space: CurrentSpace | null
  /** A notice carried over a redirect: `?notice=saved`. Views look it up in their own catalogue. */
  notice: string | null
}
