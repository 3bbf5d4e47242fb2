import { paths } from '../src/paths.ts'
import { personSample } from '../test/journeys/samples.ts'
import type { TestAnswer, TestPortal } from '../test/support.ts'

type Who = { cookie: string }

/** A private space with data and a dossier in preparation, made the way a person makes them. */
export async function fillSpace(portal: TestPortal, who: Who): Promise<{ code: string; formPath: string }> {
  const code = await openPrivateSpace(portal, who)
  await goOn(portal, paths.newDossier(code), { procedure: 'certificate-of-residence' }, who)
  return { code, formPath: paths.dossierPage(code, 1, 'person') }
}

export async function openPrivateSpace(portal: TestPortal, who: Who): Promise<string> {
  const space = await goOn(portal, paths.newPrivateSpace(), personSample, who)
  return /\/s\/([^/]+)\//.exec(space)?.[1] ?? ''
}

async function goOn(
  portal: TestPortal,
  path: string,
  form: Record<string, string>,
  who: Who,
): Promise<string> {
  const answer: TestAnswer = await portal.post(path, form, who)
  const location = answer.headers.location
  if (answer.status !== 303 || !location)
    throw new Error(`${path} answered ${answer.status}: ${problems(answer)}`)
  return location
}

function problems({ body }: TestAnswer): string {
  return /<div class="ds-error-summary[\s\S]*?<\/div>/.exec(body)?.[0].replace(/<[^>]+>/g, ' ') ?? ''
}
