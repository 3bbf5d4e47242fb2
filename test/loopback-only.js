// Loaded into every process of a test run: no address but this machine's own is reachable, so that a
// test which needs the network fails here and not on somebody's train.
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { isIP, Socket } from 'node:net'

const isOwn = (host) =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  (isIP(host) === 4 && host.startsWith('127.')) ||
  ['::1', '::ffff:127.0.0.1', '0.0.0.0', '::'].includes(host)

const refusal = (host) =>
  Object.assign(new Error(`${host} is out of reach in tests`), {
    code: isIP(host) ? 'ENETUNREACH' : 'ENOTFOUND',
  })

const connect = Socket.prototype.connect
Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const options =
    typeof first === 'object' && first !== null ? first : { host: typeof second === 'string' ? second : '' }
  const host = options.path ? 'localhost' : String(options.host || 'localhost').replace(/^\[|\]$/g, '')
  if (isOwn(host)) return connect.apply(this, args)
  process.nextTick(() => this.destroy(refusal(host)))
  return this
}

const lookup = dns.lookup
dns.lookup = (host, options, callback) => {
  if (isOwn(host) || isIP(host)) return lookup(host, options, callback)
  const answer = callback ?? options
  process.nextTick(() => answer(refusal(host)))
}

for (const name of Object.keys(dns).filter((key) => /^(resolve|reverse)/.test(key)))
  dns[name] = (host, ...rest) => process.nextTick(() => rest.at(-1)(refusal(String(host))))
for (const name of Object.keys(dns.promises).filter((key) => /^(lookup|resolve|reverse)/.test(key))) {
  const original = dns.promises[name]
  dns.promises[name] = async (host, ...rest) => {
    if (name === 'lookup' && (isOwn(host) || isIP(host))) return original(host, ...rest)
    throw refusal(String(host))
  }
}
syncBuiltinESMExports()
