import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Issued } from '../certificates/authority.ts'

const nonceId = '1.3.6.1.5.5.7.48.1.2'
const basicResponse = '1.3.6.1.5.5.7.48.1.1'

export type OcspQuestion = { id: pkijs.CertID; serialNumber: string; nonce: pkijs.Extension | undefined }

/** The first certificate asked about. */
export function readQuestion(bytes: Buffer): OcspQuestion {
  const { tbsRequest } = pkijs.OCSPRequest.fromBER(new Uint8Array(bytes).buffer)
  const id = tbsRequest.requestList[0]?.reqCert
  if (!id) throw new Error('asks about nothing')
  const serialNumber = Buffer.from(id.serialNumber.valueBlock.valueHexView).toString('hex')
  const nonce = tbsRequest.requestExtensions?.find(({ extnID }) => extnID === nonceId)
  return { id, serialNumber, nonce }
}

export type OcspAnswer = {
  says: 'good' | 'unknown' | { revokedSince: Date }
  signer: Issued
  thisUpdate?: Date
  nextUpdate?: Date | null
  producedAt?: Date
  /** The signer's certificate, unless told otherwise. */
  certificates?: Issued['certificate'][]
}

/** RFC 6960 §4.2.1: one certificate's status, signed. */
export async function signAnswer({ id, nonce }: OcspQuestion, answer: OcspAnswer): Promise<Buffer> {
  const { says, signer, certificates = [signer.certificate] } = answer
  const thisUpdate = seconds(answer.thisUpdate ?? new Date())
  const nextUpdate = answer.nextUpdate === null ? null : (answer.nextUpdate ?? later(thisUpdate))
  const single = new pkijs.SingleResponse({ certID: id, certStatus: statusOf(says), thisUpdate })
  if (nextUpdate) single.nextUpdate = seconds(nextUpdate)
  const basic = new pkijs.BasicOCSPResponse({
    tbsResponseData: new pkijs.ResponseData({
      responderID: pkijs.Certificate.fromBER(signer.certificate.rawData).subject,
      producedAt: seconds(answer.producedAt ?? thisUpdate),
      responses: [single],
    }),
    certs: certificates.map(({ rawData }) => pkijs.Certificate.fromBER(rawData)),
  })
  if (nonce) basic.tbsResponseData.responseExtensions = [nonce]
  await basic.sign(signer.keys.privateKey, 'SHA-256')
  const response = new asn1js.OctetString({ valueHex: basic.toSchema().toBER() })
  return encode(0, new pkijs.ResponseBytes({ responseType: basicResponse, response }))
}

/** An error in the responder's own words: 1 malformedRequest, 2 internalError, 3 tryLater, 6 unauthorized. */
export const refuse = (status: number) => encode(status)

function encode(status: number, responseBytes?: pkijs.ResponseBytes): Buffer {
  const responseStatus = new asn1js.Enumerated({ value: status })
  const response = new pkijs.OCSPResponse({ responseStatus, ...(responseBytes && { responseBytes }) })
  return Buffer.from(response.toSchema().toBER())
}

function statusOf(says: OcspAnswer['says']) {
  const tag = (tagNumber: number) => ({ idBlock: { tagClass: 3, tagNumber } })
  if (says === 'good') return new asn1js.Primitive(tag(0))
  if (says === 'unknown') return new asn1js.Primitive(tag(2))
  const since = new asn1js.GeneralizedTime({ valueDate: seconds(says.revokedSince) })
  return new asn1js.Constructed({ ...tag(1), value: [since] })
}

/** RFC 6960 wants no fractions. */
const seconds = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000)
const later = (date: Date) => new Date(date.getTime() + 3600_000)
