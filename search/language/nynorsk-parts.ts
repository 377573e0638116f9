/**
 * Parts of longer words as nynorsk and bokmål write them, so that "skuleeigar" and "skoleeier" meet. `^` stands for the
 * beginning of a word with at least three letters after it; what is in parentheses must stand beside it. They are
 * replaced in texts of both written forms: what matters is that two words do not become one, and parts that would do
 * that ("bu" in "budsjett") are not here.
 */
export const nynorskParts = `
høyring/høring tilhøyr/tilhør køyr/kjør løys/løs drøym/drøm draum/drøm straum/strøm røynsle/erfaring røynsla/erfaringa røynsler/erfaringer røynslene/erfaringene
skule/skole skula/skola høgsk/høysk tenest/tjenest tenar/tjener
verksemd/virksomhet utgreiing/utredning tilråding/anbefaling rettleiing/veiledning rettleiar/veileder
saksarbeid/saksbehandling handsam/behandl sakshandsam/saksbehandl omsyn/hensyn oversyn/oversikt saman/sammen
sjuke/syke sjukdom/sykdom heimel/hjemmel heime/hjemme heim/hjem styresmakt/myndighet tryggleik/sikkerhet
storleik/størrelse mogleg/mulig ynskj/ønsk ynsk/ønsk naudsyn/nødvendig ^naud/nød skilnad/forskjell
føresetnad/forutsetning føresett/forutsatt føreset/forutset føremål/formål føresegn/bestemmelse førebygg/forebygg
førekom/forekom førebu/forbered føretak/foretak føretrekk/foretrekk førestell/forestill førestill/forestill
føreslå/foreslå føregå/foregå føreligg/foreligg førelegg/forelegg førespurnad/forespørsel førehand/forhånd ^føre(?=kj|gj)/fore ^framand/fremmed
fråvær/fravær frådrag/fradrag fråvik/fravik ^frå/fra fråsegn/uttalelse omgrep/begrep hald/hold
rekneskap/regnskap rekning/regning ^rekne/regne berekn/beregn utrekn/utregn
brukar/bruker lærar/lærer leiar/leder eigar/eier innbyggjar/innbygger gjevar/giver søkjar/søker forskar/forsker
deltakar/deltaker arbeidar/arbeider ytar/yter utøvar/utøver borgar/borger mottakar/mottaker avsendar/avsender
skapar/skaper takar/taker førar/fører veljar/velger spelar/spiller ^spel/spill skodespel/skuespill seljar/selger
eigedom/eiendom eigenskap/egenskap ^eigen/egen ^eig(?=n)/eg einskild/enkelt (?<![mr]|st)eining/enhet foreining/forening meining/mening leiing/ledelse
rein(?=gjer|gjør|hald|hold|s)/ren forurein/forurens ^leik/lek gjeving/giving kvarandre/hverandre kvardag/hverdag
^kvile/hvile ^kvit/hvit sjølv/selv ^utan/uten ^innan/innen utanfor/utenfor innanfor/innenfor ovanfor/ovenfor
nedanfor/nedenfor ^fram/frem framtid/fremtid framkom/fremkom framlegg/fremlegg framstill/fremstill vidare/videre
^veg(?![ega])/vei (?<=...)veg(?=(?:en|ar|ane|ens|s)?$)/vei veganlegg/veianlegg vegtrafikk/veitrafikk vegvesen/veivesen
^vass/vann vatn/vann namn/navn kjeld/kild (?<=...)stad(?=(?:en|er|ene|ar|ane|ens|s)?$)/sted
medverknad/medvirkning innverknad/innvirkning påverknad/påvirkning verknad/virkning marknad/marked bygnad/bygning
tilskot/tilskudd underskot/underskudd overskot/overskudd forskot/forskudd tilbod/tilbud forbod/forbud anbod/anbud bodskap/budskap
bustad/bolig bukommun/bokommun butid/botid utval(?=s|et|a$|$)/utvalg ^val(?=fri|kr|dag|del|styr|lov|lok|res|nemn)/valg oppgåv/oppgav
utgåv/utgav samferdsle/samferdsel ferdsle/ferdsel kyrkj/kirk ^veks(?=e|a)/voks månad/måned ^veke/uke likskap/likhet
kjærleik/kjærlighet kunngjer/kunngjør avgjerd/avgjørelse avgjer/avgjør utgjer/utgjør gjerande/gjørende gjering/gjøring
handter/håndter handbok/håndbok handbøker/håndbøker handverk/håndverk seinare/senere forseink/forsink åtferd/atferd åtvar/advar teikn/tegn
teikning/tegning lovgjev/lovgiv rådgjev/rådgiv mellombels/midlertidig førebels/foreløpig truverdig/troverdig fleir/fler
berekraft/bærekraft utanriks/utenriks einsidig/ensidig eintydig/entydig (?<=...)heit/het
legheit/lighet legvis/ligvis leggjer/liggjør løyve/tillatelse merksemd/oppmerksomhet
grunngjev/begrunn grunngjeving/begrunnelse samanlikn/sammenlign skattytar/skatteyter
byggje/bygge leggje/legge liggje/ligge tenkje/tenke rekkje/rekke følgje/følge ferj/ferg hamn/havn gards/gårds gardbruk/gårdbruk ^løns/lønns
flaum/flom ulukk/ulykk meister/mester hugs/husk vaksen/voksen spel(?=e?middel)/spill innspel/innspill samspel/samspill offentleglov/offentlighetslov
høgtid/høytid jamn/jevn fremj/fremm lukkast/lykkes heilskap/helhet heilskapleg/helhetlig høvesvis/henholdsvis kvitvask/hvitvask føremålstenleg/hensiktsmessig
`
