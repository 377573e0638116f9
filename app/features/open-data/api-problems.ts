import { Problem } from '../../platform/http/problem.ts'
import { osloDate } from '../../platform/oslo-time.ts'

/** A page of a list on which nothing stands. */
export const noSuchPage = (page: number, total: number) =>
  new Problem(404, {
    nb: `Side ${page} finnes ikke: Listen har ${total} oppføringer.`,
    nn: `Side ${page} finst ikkje: Lista har ${total} oppføringar.`,
    en: `There is no page ${page}: the list has ${total} items.`,
    sv: `Sidan ${page} finns inte: listan har ${total} poster.`,
  })

/** More signs than any number in the register is written with. */
export const longestNumber = 200

export const numberTooLong = () =>
  new Problem(400, {
    nb: `Parameteren «number» er på høyst ${longestNumber} tegn.`,
    nn: `Parameteren «number» er på høgst ${longestNumber} teikn.`,
    en: `The parameter "number" has at most ${longestNumber} characters.`,
    sv: `Parametern ”number” har högst ${longestNumber} tecken.`,
  })

const description = '/api/v1/openapi.json'

/** An address under the API where nothing can stand. */
export const noSuchAddress = () =>
  new Problem(404, {
    nb: `Det står ikke noe på denne adressen. ${description} sier hvilke adresser som finnes.`,
    nn: `Det står ikkje noko på denne adressa. ${description} seier kva adresser som finst.`,
    en: `Nothing stands at this address. ${description} says which addresses there are.`,
    sv: `Det finns inget på den här adressen. ${description} säger vilka adresser som finns.`,
  })

type Gone = {
  withdrawn: { byStaff: boolean; at: Date } | null
  withheld: readonly { at: Date; basis: string }[]
  versions: readonly unknown[]
}

/** Why nothing of an input can be read any more; null where something can. */
export function goneInput({ withdrawn, withheld, versions }: Gone): Problem | null {
  if (withdrawn) {
    const { byStaff } = withdrawn
    const on = osloDate(withdrawn.at)
    return new Problem(410, {
      nb: `${byStaff ? 'Sekretariatet tok tilbake' : 'Avsenderen trakk'} dette innspillet ${on}.`,
      nn: `${byStaff ? 'Sekretariatet tok tilbake' : 'Avsendaren trekte'} dette innspelet ${on}.`,
      en: `${byStaff ? 'The secretariat took back' : 'The sender withdrew'} this input on ${on}.`,
      sv: `${byStaff ? 'Sekretariatet tog tillbaka' : 'Avsändaren återtog'} den här synpunkten ${on}.`,
    })
  }
  const [first] = withheld
  if (versions.length > 0 || !first) return null
  const [on, basis] = [osloDate(first.at), first.basis]
  return new Problem(410, {
    nb: `Dette innspillet har vært holdt tilbake fra offentligheten siden ${on} (${basis}).`,
    nn: `Dette innspelet har vore halde tilbake frå offentlegheita sidan ${on} (${basis}).`,
    en: `This input has been withheld from the public since ${on} (${basis}).`,
    sv: `Den här synpunkten har hållits inne från offentligheten sedan ${on} (${basis}).`,
  })
}
