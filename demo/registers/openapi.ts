import { z } from 'zod'
import type { Operation, Register } from './register.ts'

/** The register's interface as an OpenAPI 3.1 document. */
export function openApiOf<Entry>({ title, operations }: Register<Entry>, url: string) {
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description: 'A register of the OpenGuichet demo: invented data.' },
    servers: [{ url }],
    security: [{ serviceToken: [] }],
    paths: Object.fromEntries(
      Object.entries(operations).map(([path, operation]) => [path, { post: described(path, operation) }]),
    ),
    components: {
      securitySchemes: {
        serviceToken: {
          ...{ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          description: `EdDSA or ES256 with the key known here; aud ${url}, iss, iat, exp within two minutes, jti used once.`,
        },
      },
    },
  }
}

function described<Entry>(path: string, { summary, question, answer }: Operation<Entry>) {
  const json = (schema: z.ZodType) => ({
    'application/json': { schema: z.toJSONSchema(schema, { target: 'draft-2020-12' }) },
  })
  return {
    operationId: path.slice(1).replaceAll('/', '-'),
    summary,
    requestBody: { required: true, content: json(question) },
    responses: {
      200: { description: 'The register’s answer.', content: json(answer) },
      400: { description: 'The question is not of its form.' },
      401: { description: 'The service token is missing, wrong, old, or was used before.' },
      404: { description: 'The register holds nothing.' },
      503: { description: 'The register is down.' },
    },
  }
}
