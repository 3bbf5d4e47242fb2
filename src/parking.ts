import type { FastifyRequest, InjectOptions } from 'fastify'
import { raw } from 'hono/html'
import type { Config } from './config.ts'
import { fillForm, tellBelowHeading } from './parked/form-filling.ts'
import { dropParkedPost, type Keeper, type ParkedPost, parkPost } from './parked/parked-post.ts'
import { readPost, type TypedPost } from './parked/request.ts'
import { goneNotice, parkedMain, restoredMark, restoredNotice, typedView } from './parked/views.ts'
import { withParked } from './paths.ts'
import { cookieName } from './platform/cookies.ts'
import { type Answer, type Html, page, seeOther } from './platform/http.ts'
import type { Pools, Token } from './scopes.ts'
import type { View } from './ui/view.ts'

type Means = { config: Config; pools: Pools }

/**
 * Keeps a form that cannot be carried out now. Gives the page that shows it again, where one is known by `pageOf`;
 * null when it is not kept.
 */
export async function keepPost(
  means: Means,
  keeper: Keeper,
  request: FastifyRequest,
  token: Token | null,
  pageOf: (post: ParkedPost) => string | null = ({ page }) => page,
): Promise<string | null> {
  const read = token && readPost(request)
  const post = read && { ...read, page: pageOf(read) }
  const id = post && (await parkPost(means, keeper, token, post))
  if (!id) return null
  return post.page ? withParked(post.page, id) : keeper.page(id)
}

/** Its owner has now sent the form: nothing of it needs to be kept. Should that fail, it is swept all the same. */
export const dropParked = ({ pools }: Means, keeper: Keeper, token: Token, id: string): Promise<void> =>
  dropParkedPost(pools, keeper, token, id).catch(() => {})

type Restoring = {
  config: Config
  request: FastifyRequest
  keeper: Keeper
  id: string
  /** As its owner, who is signed in again. */
  find: () => Promise<{ view: View; post: ParkedPost | null }>
}

/**
 * A page with what was typed in its form before: ready to be sent, and not sent. What its form has no room
 * for is sent on from a page of its own.
 */
export async function restoreInto(given: Restoring, answer: Answer): Promise<Answer> {
  const isPage = answer.body !== null && !answer.headers['content-type']
  if (answer.status !== 200 || !isPage) return answer
  const { config, request, keeper, id } = given
  const { view, post } = await given.find()
  const html = String(await answer.body)
  const show = (body: string) => page(200, raw(body), answer.headers)
  if (!post) return show(tellBelowHeading(html, String(await goneNotice(view))))

  const told = String(await restoredNotice(view, keeper.removal(id)))
  const more = { told, hidden: String(await restoredMark(id)) }
  const filled = fillForm(html, post.path, post.fields, more)
  const asking = { config, request, cookie: request.headers.cookie, page: request.url }
  const shaped = filled.outcome === 'shaped' ? await shapedBy(asking, post) : null
  const shown = shaped ? fillForm(shaped, post.path, post.fields, more) : filled
  return shown.outcome === 'filled' ? show(shown.body) : seeOther(keeper.page(id))
}

/** What a page says of a form that no page has room for any more. */
export const parkedPage = (
  view: View,
  keeper: Keeper,
  id: string,
  post: ParkedPost,
): { title: string; main: Html } => ({
  title: view.t.account.parked.pageTitle,
  main: parkedMain(view, { id, post, removal: keeper.removal(id) }),
})

/**
 * The page of a form, in the language of `view`, with what is typed in it; nothing is sent. Where only an answer
 * to what was sent has such a form, a page from which it is sent again.
 */
export async function showTyped(
  config: Config,
  request: FastifyRequest,
  view: View,
  post: TypedPost,
): Promise<Answer> {
  const cookie = withLanguage(config, request.headers.cookie, view.lang)
  const asking = { config, request, cookie, page: post.page }
  const more = { told: '', hidden: '' }
  const found = await askFor(asking, { method: 'GET', url: post.page })
  const filled = found === null ? null : fillForm(found, post.path, post.fields, more)
  const shaped = filled?.outcome === 'shaped' ? await shapedBy(asking, post) : null
  const shown = shaped === null ? filled : fillForm(shaped, post.path, post.fields, more)
  return page(200, shown?.outcome === 'filled' ? raw(shown.body) : typedView(view, post))
}

/** Of two cookies with one name the first counts. */
const withLanguage = ({ BASE_URL }: Config, cookies = '', language: string): string =>
  `${cookieName('lang', BASE_URL.startsWith('https:'))}=${language}; ${cookies}`

type Asking = { config: Config; request: FastifyRequest; cookie?: string | undefined; page: string }

/** The form with the rows and fields that belong to what was typed: asked for as the page itself does. */
const shapedBy = (asking: Asking, { path, fields }: ParkedPost): Promise<string | null> =>
  askFor(asking, {
    method: 'POST',
    url: path,
    payload: new URLSearchParams([...fields, ['list', 'refresh']]).toString(),
  })

/** A page as the same browser would get it from `page`; null when it gets none. */
async function askFor({ config, request, cookie, page }: Asking, wanted: InjectOptions) {
  const { BASE_URL } = config
  const { 'accept-language': language } = request.headers
  const answer = await request.server.inject({
    ...wanted,
    remoteAddress: request.ip,
    headers: {
      ...(wanted.payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      origin: BASE_URL,
      referer: BASE_URL + page,
      ...(cookie && { cookie }),
      ...(language && { 'accept-language': language }),
    },
  })
  return answer.statusCode === 200 ? answer.body : null
}
