/** Sections of NACE revision 2.1: letter, first and last division, title in German, French, English, Luxembourgish. */
type Section = [letter: string, first: number, last: number, de: string, fr: string, en: string, lb: string]

// biome-ignore format: a table, a section a line
export const sections: Section[] = [
  ['A', 1, 3, 'Landwirtschaft, Forstwirtschaft und Fischerei', 'Agriculture, sylviculture et pêche', 'Agriculture, forestry and fishing', 'Landwirtschaft, Bëschwirtschaft a Fëscherei'],
  ['B', 5, 9, 'Bergbau und Gewinnung von Steinen und Erden', 'Industries extractives', 'Mining and quarrying', 'Biergbau a Steebréch'],
  ['C', 10, 33, 'Verarbeitendes Gewerbe', 'Industrie manufacturière', 'Manufacturing', 'Veraarbechtend Industrie'],
  ['D', 35, 35, 'Energieversorgung', 'Production et distribution d’énergie', 'Electricity, gas and steam', 'Energieversuergung'],
  ['E', 36, 39, 'Wasserversorgung und Abfallwirtschaft', 'Eau, assainissement et gestion des déchets', 'Water supply and waste management', 'Waasserversuergung an Offallwirtschaft'],
  ['F', 41, 43, 'Baugewerbe', 'Construction', 'Construction', 'Bau'],
  ['G', 46, 47, 'Groß- und Einzelhandel', 'Commerce de gros et de détail', 'Wholesale and retail trade', 'Grouss- an Eenzelhandel'],
  ['H', 49, 53, 'Verkehr und Lagerei', 'Transports et entreposage', 'Transportation and storage', 'Transport a Lagerung'],
  ['I', 55, 56, 'Beherbergung und Gastronomie', 'Hébergement et restauration', 'Accommodation and food service', 'Hotellerie a Gastronomie'],
  ['J', 58, 60, 'Verlagswesen, Rundfunk und Inhalte', 'Édition, diffusion et production de contenus', 'Publishing, broadcasting and content', 'Editioun, Radio an Televisioun'],
  ['K', 61, 63, 'Telekommunikation und Informationstechnologie', 'Télécommunications et informatique', 'Telecommunication and computing', 'Telekommunikatioun an Informatik'],
  ['L', 64, 66, 'Finanz- und Versicherungsdienstleistungen', 'Activités financières et d’assurance', 'Financial and insurance activities', 'Finanz- a Versécherungsservicer'],
  ['M', 68, 68, 'Grundstücks- und Wohnungswesen', 'Activités immobilières', 'Real estate activities', 'Immobilien'],
  ['N', 69, 75, 'Freiberufliche, wissenschaftliche und technische Dienstleistungen', 'Activités spécialisées, scientifiques et techniques', 'Professional, scientific and technical activities', 'Fräiberufflech, wëssenschaftlech an technesch Servicer'],
  ['O', 77, 82, 'Sonstige wirtschaftliche Dienstleistungen', 'Services administratifs et de soutien', 'Administrative and support services', 'Administrativ an aner Servicer fir Betriber'],
  ['P', 84, 84, 'Öffentliche Verwaltung', 'Administration publique', 'Public administration', 'Ëffentlech Verwaltung'],
  ['Q', 85, 85, 'Erziehung und Unterricht', 'Enseignement', 'Education', 'Unterrecht'],
  ['R', 86, 88, 'Gesundheits- und Sozialwesen', 'Santé humaine et action sociale', 'Human health and social work', 'Gesondheet a Sozialwiesen'],
  ['S', 90, 93, 'Kunst, Sport und Erholung', 'Arts, sports et loisirs', 'Arts, sports and recreation', 'Konscht, Sport a Fräizäit'],
  ['T', 94, 96, 'Sonstige Dienstleistungen', 'Autres services', 'Other service activities', 'Aner Servicer'],
  ['U', 97, 98, 'Private Haushalte', 'Activités des ménages', 'Activities of households', 'Privat Stéit'],
  ['V', 99, 99, 'Internationale Organisationen', 'Organisations internationales', 'International organisations', 'International Organisatiounen'],
]
