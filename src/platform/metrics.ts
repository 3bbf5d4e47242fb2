import { createServer } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { explainListening } from './serving.ts'

/** What this process counts. */
export const metrics = new Registry()

const host = '127.0.0.1'

/** `/metrics` in Prometheus' format, on loopback only: it says how the portal is doing, which is nobody else's business. */
export async function serveMetrics(port: number): Promise<{ port: number; close(): Promise<void> }> {
  if (!metrics.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: metrics })
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.metrics())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(explainListening(error, { host, port, portSetting: 'METRICS_PORT' })),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
