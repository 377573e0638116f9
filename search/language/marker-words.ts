/**
 * Common words of each written language, most of them small ones. A word may stand under several languages: it then
 * tells them from the others, not from one another.
 */
export const markerWords: Readonly<Record<string, string>> = {
  nb: `og at det som en et er ikke jeg vi de den for på av med til fra har hadde kan skal vil bør må å men eller om når
    hva hvem hvor hvordan hvorfor hvilke hvilken hvilket hver hvert hvis hverandre noe noen mye mer flere bare kun være vært
    blir ble blitt gjøre gjør gjort hun han dere deres selv sammen uten innen innenfor utenfor siden mens derfor fordi
    enten også andre annet annen egen eget egne samme disse dette denne alle mellom etter under over ved hos så da nå
    mulig mulighet nødvendig viktig tjeneste tjenester skole skolen skoler høring løsning løsninger virksomhet gis
    gir gitt tas tatt kommer kommet ønsker øke kommunene skolene barnehagene slik uansett synes mener trenger`,
  nn: `og at det som ein eit ei er ikkje eg vi me dei den for på av med til frå har hadde kan skal vil bør må å men
    eller om når kva kven kvar korleis kvifor kvart kvarandre noko nokon nokre mykje meir fleire berre vere vera vore vert
    vart blir blei gjere gjera gjer gjort ho han dykk deira sjølv saman utan innan innanfor utanfor sidan medan difor
    fordi anten også òg andre anna annan eigen eige eigne eiga same desse dette denne alle mellom etter under over ved
    hjå hos då no mogleg moglegheit naudsynt viktig teneste tenester skule skulen skular høyring løysing løysingar
    verksemd gje gjev gjeve tek teke kjem ynskjer ønskjer auke kommunane skulane barnehagane slik meiner treng seier
    viss korkje heile heilt sjå skulle ville både`,
  sv: `och att det som en ett är inte jag vi ni de den för på av med till från har hade kan ska skall vill bör måste
    men eller om när vad vem hur varför vilka vilken vilket något någon några mycket mer fler flera bara vara varit
    blir blev göra gör gjort hon han sig själv själva tillsammans utan inom sedan medan därför eftersom antingen också andra
    annan annat egen eget egna samma dessa detta denna alla mellan efter under över vid hos så då nu möjligt möjlighet
    skola skolan skolor skolorna kommunen kommunerna behöver finns får genom även`,
  fi: `ja on ovat ei eivät että se ne tämä nämä joka jotka mutta myös kun kuin tai sekä hän me te he oli olivat olla ole
    voi voivat voidaan pitää sen siitä mitä miten miksi kanssa mukaan ovatko jos niin vain sitä niiden jonka joita
    kaikki tulee koulu koulun kunta kunnan kunnat kuntien lasten lapset hyvin enemmän ennen jälkeen`,
  en: `the and of to is are not that this with from by as be been have has had it we you they was were will would should
    can could must or an which their our its these those there than more what how why who when where into about also
    for in on at all any no but if do does`,
  se: `ja lea leat leai ledje eai ii dat dan dát dán mii maid ahte go dahje muhto galgá galget sáhttá sáhttet gos mo manin
    sin min din su mu sámi sámegiella sámegiela sámegillii giella suohkan suohkana suohkanat mánát mánáid ovdal maŋŋel
    olu buot eanet birra bokte gaskkas vuoi jus vai nu maiddái deaŧalaš deaŧalaččat skuvla skuvllat mánáidgárdi dárbbašit
    leamaš ferte fertejit eará buorre ain dál`,
}

/** What only words of one written form end in, or begin with. */
export const markerForms: readonly (readonly [string, RegExp])[] = [
  ['nn', /^.{3,}(?:ane|leg|lege|legare|legheit|heita|heiter|ingar|arar|onar|adar|[dgjrtv]ast)$/],
  ['nn', /^.{4,}(?:ande|eining|einingar|arane)$/],
  ['nb', /^.{3,}(?:lig|lige|ligere|lighet|heter|heten|eres|inger|ingene|sjoner|ningen)$/],
  ['nb', /^(?:hv|.{4,}(?:ende|[^h]else|[^h]elsen|elser)$)/],
  ['se', /[čđŋŧž]|^.+(?:iid|uid)$/],
]
