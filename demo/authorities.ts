/** The authorities of the demo, as the connections file names them. */
export const authorities = [
  {
    id: 'residents-office',
    name: {
      de: 'Einwohnermeldeamt Musterstadt',
      fr: 'Bureau de la population de Musterstadt',
      en: 'Residents’ Office of Musterstadt',
      lb: 'Biergeramt Musterstad',
    },
    contact: 'residents@authority.example',
  },
  {
    id: 'business-permits',
    name: {
      de: 'Amt für Gewerbegenehmigungen',
      fr: 'Service des autorisations d’établissement',
      en: 'Business Permits Office',
      lb: 'Service fir Etablissementsautorisatiounen',
    },
    contact: 'permits@authority.example',
  },
]
