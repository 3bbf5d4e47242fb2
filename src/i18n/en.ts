import { account } from './en/account.ts'
import { certificates } from './en/certificates.ts'
import { documents } from './en/documents.ts'
import { dossiers } from './en/dossiers.ts'
import { errors } from './en/errors.ts'
import { forms } from './en/forms.ts'
import { help } from './en/help.ts'
import { helpdesk } from './en/helpdesk.ts'
import { home } from './en/home.ts'
import { identity } from './en/identity.ts'
import { legal } from './en/legal.ts'
import { mail } from './en/mail.ts'
import { members } from './en/members.ts'
import { privacy } from './en/privacy.ts'
import { procedures } from './en/procedures.ts'
import { profile } from './en/profile.ts'
import { recovery } from './en/recovery.ts'
import { shell } from './en/shell.ts'
import { sources } from './en/sources.ts'
import { spaces } from './en/spaces.ts'
import { takeout } from './en/takeout.ts'

export const en = {
  shell,
  home,
  help,
  legal,
  errors,
  identity,
  account,
  certificates,
  recovery,
  helpdesk,
  spaces,
  members,
  forms,
  privacy,
  profile,
  sources,
  procedures,
  dossiers,
  documents,
  mail,
  takeout,
}
