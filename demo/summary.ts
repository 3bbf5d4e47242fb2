import { dirname, relative } from 'node:path'
import { styleText } from 'node:util'
import { showNationalNumber } from '../src/identifiers/national-number.ts'
import { agentRole, agents } from './agents.ts'
import { demoPassword } from './certificates/make.ts'
import { people } from './people.ts'
import type { DemoSettings } from './settings.ts'

const agentNames = agents
  .filter(({ roles }) => roles.includes(agentRole))
  .map(({ name }) => name)
  .join(' or ')

const strong = (text: string) => styleText('bold', text)
const address = (text: string) => styleText(['cyan', 'underline'], text)
const quiet = (text: string) => styleText('dim', text)

/** What a newcomer needs to begin: where to go, and as whom. */
export function summaryOf({ addresses, folder }: DemoSettings, certificatesFolder: string): string {
  const place = (path: string) => {
    const near = relative(process.cwd(), path)
    return near.startsWith('..') ? path : near
  }
  const wide = Math.max(...people.map(({ familyName, givenName }) => `${givenName} ${familyName}`.length))
  return [
    '',
    `  ${strong('OpenGuichet')} ${quiet('· demo: invented people, nothing reaches a real authority')}`,
    '',
    `  ${strong('Portal')}             ${address(addresses.portal)}`,
    `  Mails it sent      ${address(addresses.mail)}`,
    `  The authorities    ${address(addresses.authority)}`,
    `  The helpdesk       ${address(`${addresses.portal}/helpdesk`)} ${quiet(`as ${agentNames}`)}`,
    `  Registers          ${address(addresses.persons)} ${quiet('persons')}, ${address(addresses.companies)} ${quiet('companies')}, ${address(addresses.drivingLicences)} ${quiet('licences')}`,
    `  Certificate check  ${address(addresses.tls)} ${quiet('(your browser will not know this certificate)')}`,
    '',
    `  ${strong('Sign in')} with the OpenGuichet ID or at the eID gateway and pick one of the people below. Or with a certificate:`,
    `  let your browser import a file of ${place(certificatesFolder)}, password ${strong(demoPassword)}`,
    '',
    `    ${quiet(''.padEnd(wide))}  ${quiet('national number')}`,
    ...people.map(({ familyName, givenName, nationalNumber, about }) => {
      const name = [givenName, familyName].filter(Boolean).join(' ')
      return `    ${strong(name.padEnd(wide))}  ${showNationalNumber(nationalNumber)}  ${quiet(about)}`
    }),
    '',
    `  Data is kept in ${place(dirname(folder))}. ${strong('Ctrl-C')} stops everything.`,
    '',
  ].join('\n')
}
