import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { existing } from '../platform/error.ts'
import { type Answer, download, preview, seeOther } from '../platform/http.ts'
import { findOptionalDocument, idOf, openDocument } from './document.ts'
import { kinds } from './kind.ts'
import { stateOf } from './state.ts'

/** The documents themselves. Each time one is opened is written down before its first byte leaves. */
export function fileRoutes(app: FastifyInstance, house: House) {
  app.get('/s/:code/documents/:id/file', opened(house, false))
  app.get('/s/:code/documents/:id/preview', opened(house, true))
}

const opened = (house: House, inline: boolean) =>
  house.space('reader', async ({ tx, actor, space, request }): Promise<Answer> => {
    const document = existing(await findOptionalDocument(tx, idOf(request.params.id)))
    const { id, name, mediaType, size } = document
    const shown = !inline || kinds[mediaType].inline
    if (stateOf(house.config, document) !== 'ready' || !shown) return seeOther(paths.document(space.code, id))
    const wrappedKey = await openDocument(tx, actor, space, id)
    const open = () => house.vault.open({ spaceId: space.id, id }, wrappedKey)
    return (inline ? preview : download)({ name, mediaType, size, open })
  })
