import type { InputContent } from './content.ts'
import { fjellvikAndLauvdal } from './inputs/round-1-fjellvik-and-lauvdal.ts'
import { fjordheimCounty } from './inputs/round-1-fjordheim-county.ts'
import { indreFjordNetwork } from './inputs/round-1-indre-fjord.ts'
import { innerFjordMunicipalities } from './inputs/round-1-inner-fjord.ts'
import { midtfjellMunicipalities } from './inputs/round-1-midtfjell.ts'
import { nordhavMunicipalities } from './inputs/round-1-nordhav.ts'
import { ownersAndAssociations } from './inputs/round-1-owners-and-associations.ts'
import { privatePeopleInputs } from './inputs/round-1-private-people.ts'
import { regionalBodies } from './inputs/round-1-regional-bodies.ts'
import { schoolsAndStaff } from './inputs/round-1-schools-and-staff.ts'
import { skoglandAndSorstrand } from './inputs/round-1-skogland-and-sorstrand.ts'
import { storhavn } from './inputs/round-1-storhavn.ts'
import { roundTwoMunicipalities } from './inputs/round-2-municipalities.ts'
import { roundTwoOtherBodies } from './inputs/round-2-other-bodies.ts'

/** Every input of the demo, drafts included. */
export const inputs: InputContent[] = [
  ...fjellvikAndLauvdal,
  ...innerFjordMunicipalities,
  ...midtfjellMunicipalities,
  ...nordhavMunicipalities,
  storhavn,
  ...skoglandAndSorstrand,
  fjordheimCounty,
  indreFjordNetwork,
  ...regionalBodies,
  ...schoolsAndStaff,
  ...ownersAndAssociations,
  ...privatePeopleInputs,
  ...roundTwoMunicipalities,
  ...roundTwoOtherBodies,
]
