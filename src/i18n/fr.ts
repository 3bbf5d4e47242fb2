import { account } from './fr/account.ts'
import { certificates } from './fr/certificates.ts'
import { documents } from './fr/documents.ts'
import { dossiers } from './fr/dossiers.ts'
import { errors } from './fr/errors.ts'
import { forms } from './fr/forms.ts'
import { help } from './fr/help.ts'
import { helpdesk } from './fr/helpdesk.ts'
import { home } from './fr/home.ts'
import { identity } from './fr/identity.ts'
import { legal } from './fr/legal.ts'
import { mail } from './fr/mail.ts'
import { members } from './fr/members.ts'
import { privacy } from './fr/privacy.ts'
import { procedures } from './fr/procedures.ts'
import { profile } from './fr/profile.ts'
import { recovery } from './fr/recovery.ts'
import { shell } from './fr/shell.ts'
import { sources } from './fr/sources.ts'
import { spaces } from './fr/spaces.ts'
import { takeout } from './fr/takeout.ts'

import type { Messages } from './index.ts'

export const fr: Messages = {
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
