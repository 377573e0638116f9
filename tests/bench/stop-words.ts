/** Words that say little by themselves, in both written standards: left out of free questions and of the reference. */
export const stopWords: ReadonlySet<string> = new Set(
  `og i på for til av med som er det den de en et ei eit ein at å om fra frå ved men så har hadde var blir bli ble vart
  vert verte vil ville skal skulle kan kunne må måtte være vera vere vært vore seg sin si sitt sine han hun ho hans
  hennes hennar deres dykkar vi oss vår vårt våre dere dykk jeg eg meg du deg man dette denne disse desse da når
  hva kva hvem kven hvor kor hvordan korleis hvorfor kvifor hvilken hvilket hvilke kva eller enn også òg etter over
  under mot mellom ut inn opp ned bare berre noe noko noen nokon nokre alle alt andre annet slik slike
  mer meir mest her der dei dem seier sier`.split(/\s+/),
)
