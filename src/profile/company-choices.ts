import { choice } from './address-fields.ts'

// biome-ignore format: a table, a form a line
export const legalForms = [
  choice('sarl', 'Gesellschaft mit beschränkter Haftung (S.à r.l.)', 'Société à responsabilité limitée (S.à r.l.)', 'Private limited company (S.à r.l.)', 'Gesellschaft mat beschränkter Haftung (S.à r.l.)'),
  choice('sarls', 'Vereinfachte Gesellschaft mit beschränkter Haftung (S.à r.l.-S)', 'Société à responsabilité limitée simplifiée (S.à r.l.-S)', 'Simplified private limited company (S.à r.l.-S)', 'Vereinfacht Gesellschaft mat beschränkter Haftung (S.à r.l.-S)'),
  choice('sa', 'Aktiengesellschaft (SA)', 'Société anonyme (SA)', 'Public limited company (SA)', 'Aktiegesellschaft (SA)'),
  choice('sas', 'Vereinfachte Aktiengesellschaft (SAS)', 'Société par actions simplifiée (SAS)', 'Simplified joint-stock company (SAS)', 'Vereinfacht Aktiegesellschaft (SAS)'),
  choice('scs', 'Einfache Kommanditgesellschaft (SCS)', 'Société en commandite simple (SCS)', 'Limited partnership (SCS)', 'Einfach Kommanditgesellschaft (SCS)'),
  choice('secs', 'Spezielle Kommanditgesellschaft (SECS, SCSp)', 'Société en commandite spéciale (SECS, SCSp)', 'Special limited partnership (SECS, SCSp)', 'Speziell Kommanditgesellschaft (SECS, SCSp)'),
  choice('snc', 'Offene Handelsgesellschaft (SNC)', 'Société en nom collectif (SNC)', 'General partnership (SNC)', 'Offen Handelsgesellschaft (SNC)'),
  choice('cooperative', 'Genossenschaft', 'Société coopérative', 'Cooperative', 'Kooperativ'),
  choice('civil', 'Gesellschaft bürgerlichen Rechts', 'Société civile', 'Civil company', 'Zivilgesellschaft'),
  choice('asbl', 'Verein ohne Gewinnzweck (ASBL)', 'Association sans but lucratif (ASBL)', 'Non-profit association (ASBL)', 'Veräin ouni Gewënnzweck (ASBL)'),
  choice('foundation', 'Stiftung', 'Fondation', 'Foundation', 'Stëftung'),
  choice('sole-trader', 'Einzelunternehmen', 'Entreprise individuelle', 'Sole trader', 'Eenzelentreprise'),
  choice('liberal', 'Freier Beruf', 'Profession libérale', 'Liberal profession', 'Fräie Beruff'),
  choice('foreign', 'Ausländische Rechtsform', 'Forme juridique étrangère', 'Foreign legal form', 'Auslännesch Rechtsform'),
]

/**
 * Forms that only exist once registered (law of 19 December 2002, article 1). Who works alone is registered
 * only as a merchant, and so may leave the number out.
 */
export const registered = `legalForm in ("sarl", "sarls", "sa", "sas", "scs", "secs", "snc", "cooperative", "civil", "asbl", "foundation")`

/** Associations need not say what their activity is. */
export const hasActivity = `not(legalForm in ("asbl", "foundation"))`
