import type { FastifyRequest } from 'fastify'
import { raw } from 'hono/html'
import type { Config } from './config.ts'
import { fillForm, tellBelowHeading } from './parked/form-filling.ts'
import { dropParkedPost, findParkedPost, type ParkedPost, parkPost } from './parked/parked-post.ts'
import { readPost } from './parked/request.ts'
import { goneNotice, restoredMark, restoredNotice } from './parked/views.ts'
import { paths, withParked } from './paths.ts'
import { type Answer, page, seeOther } from './platform/http.ts'
import { type Actor, asPerson, type Pools, type Token } from './scopes.ts'
import type { View } from './ui/view.ts'

type Means = { config: Config; pools: Pools }

/** Keeps a form that cannot be carried out now. Gives the page that shows it again; null when it is not kept. */
export async function keepPost(
  means: Means,
  request: FastifyRequest,
  token: Token | null,
): Promise<string | null> {
  const post = token && readPost(request)
  const id = post && (await parkPost(means, token, post))
  if (!id) return null
  return post.page ? withParked(post.page, id) : paths.parkedPost(id)
}

/** Its person has now sent the form: nothing of it needs to be kept. Should that fail, it is swept all the same. */
export const dropParked = ({ pools }: Means, token: Token, id: string): Promise<void> =>
  dropParkedPost(pools, token, id).catch(() => {})

type Restoring = Means & {
  request: FastifyRequest
  token: Token
  id: string
  viewFor: (actor: Actor) => View
}

/**
 * A page with what was typed in its form before: ready to be sent, and not sent. What its form has no room
 * for is sent on from a page of its own.
 */
export async function restoreInto(given: Restoring, answer: Answer): Promise<Answer> {
  const isPage = answer.body !== null && !answer.headers['content-type']
  if (answer.status !== 200 || !isPage) return answer
  const { config, pools, request, token, id, viewFor } = given
  const { actor, post } = await asPerson(pools, token, async (tx, actor) => ({
    actor,
    post: await findParkedPost(tx, config, id),
  }))
  const view = viewFor(actor)
  const html = String(await answer.body)
  const show = (body: string) => page(200, raw(body), answer.headers)
  if (!post) return show(tellBelowHeading(html, String(await goneNotice(view))))

  const more = { told: String(await restoredNotice(view, id)), hidden: String(await restoredMark(id)) }
  const filled = fillForm(html, post.path, post.fields, more)
  const shaped = filled.outcome === 'shaped' ? await shapedBy(config, request, post) : null
  const shown = shaped ? fillForm(shaped, post.path, post.fields, more) : filled
  return shown.outcome === 'filled' ? show(shown.body) : seeOther(paths.parkedPost(id))
}

/** The form with the rows and fields that belong to what was typed: asked for as the page itself does. */
async function shapedBy({ BASE_URL }: Config, request: FastifyRequest, post: ParkedPost) {
  const { cookie, 'accept-language': language } = request.headers
  const answer = await request.server.inject({
    method: 'POST',
    url: post.path,
    remoteAddress: request.ip,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: BASE_URL,
      referer: BASE_URL + request.url,
      ...(cookie && { cookie }),
      ...(language && { 'accept-language': language }),
    },
    payload: new URLSearchParams([...post.fields, ['list', 'refresh']]).toString(),
  })
  return answer.statusCode === 200 ? answer.body : null
}
