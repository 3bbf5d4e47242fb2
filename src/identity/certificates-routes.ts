import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { localPath, paths } from '../paths.ts'
import { clearCookie } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import { codeLifetime, makeActivationCode } from './activation-code.ts'
import { listRequests } from './attach.ts'
import { certificatesView, codeView, removalView } from './certificates-view.ts'
import { demandFresh } from './freshness.ts'
import { listOwnRecoveries } from './recovery-objection.ts'
import { listCertificates, listLastKeys, type OwnCertificate, removeCertificate } from './registered.ts'

export function certificatesRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.certificates(),
    house.personRead(
      (tx) => ({
        certificates: listCertificates(tx),
        lastKeys: listLastKeys(tx),
        requests: listRequests(tx),
        recoveries: listOwnRecoveries(tx),
      }),
      ({ view, request, ...given }) =>
        page(200, certificatesView(view, { ...given, back: localPath(request.query.back) })),
    ),
  )

  app.get(
    '/account/certificates/:id/removal',
    house.person(async ({ view, tx, actor, request }) => {
      const { one, others } = await findCertificate(tx, request.params.id)
      const last = !others.some(stillSignsIn)
      const opens = await opensAlone(tx, one)
      if (!last && opens.length === 0) await demandFresh(tx, house.config, actor)
      return page(200, removalView(view, one, { inUse: isInUse(actor, one), last, opens }))
    }),
  )

  app.post(
    '/account/certificates/:id/removal',
    house.person(async ({ view, tx, actor, request, reply }) => {
      const { one } = await findCertificate(tx, request.params.id)
      const inUse = isInUse(actor, one)
      await demandFresh(tx, house.config, actor)
      const removal = await removeCertificate(tx, house.jobs, actor.personId, one.id)
      if (removal === 'unknown') throw new AppError('not_found')
      if (removal !== 'removed') {
        const opens = removal === 'last_key' ? await opensAlone(tx, one) : []
        return page(409, removalView(view, one, { inUse, last: removal === 'last', opens }))
      }
      if (!inUse) return seeOther(paths.certificates('removed'))
      clearCookie(reply, 'portal')
      return seeOther(paths.signIn(paths.certificates(), 'certificate_removed'))
    }),
  )

  /** Shown in the answer itself, and nowhere again. */
  app.post(
    paths.activationCode(),
    house.person(async ({ view, tx, actor }) => {
      await demandFresh(tx, house.config, actor)
      const code = await makeActivationCode(tx, house.config, actor.personId)
      if (code) return page(200, codeView(view, code, new Date(Date.now() + codeLifetime)))
      const [certificates, lastKeys, requests, recoveries] = await Promise.all([
        listCertificates(tx),
        listLastKeys(tx),
        listRequests(tx),
        listOwnRecoveries(tx),
      ])
      const given = { actor, certificates, lastKeys, requests, recoveries, codeTooMany: true }
      return page(429, certificatesView(view, given))
    }),
  )
}

const isInUse = ({ certificate }: Actor, { id }: OwnCertificate) => certificate.id === id
const stillSignsIn = ({ validTo }: OwnCertificate) => validTo === null || validTo > new Date()

const opensAlone = async (tx: Tx, { id }: OwnCertificate) =>
  (await listLastKeys(tx)).filter(({ certificateId }) => certificateId === id)

async function findCertificate(tx: Tx, id: string | undefined) {
  const certificates = await listCertificates(tx)
  const one = certificates.find((certificate) => certificate.id === id)
  if (!one) throw new AppError('not_found')
  return { one, others: certificates.filter((certificate) => certificate !== one) }
}
