// Facts, put together for this purpose: given names that are common among people in Norway, Sámi ones and those of the
// larger groups of immigrants among them, and some of Sweden's and England's. Lower case. A name that is missing costs a
// proposal; one too many costs a look.

/** Given names, in lower case. */
export const givenNames: ReadonlySet<string> = new Set(
  (
    'aase abdi abdul abdullah abdulrahman adam adrian agnes agneta agnete agnieszka ahmad ahmed aina aisha ' +
    'aksel albert aleksander aleksandra alexander alexandra alf alfred ali alice alida alina alise alma alva ' +
    'alvar alvilde alvin amalie amanda amina amir amira amund ana anan anastasia anders andre andrea andreas ' +
    'andrzej andré ane anette ann anna annbjørg anne anneli annette annika anniken annlaug ante anton arash ' +
    'are arild arman arne arnfinn arnhild arnstein arnt artur arve arvid asbjørg asbjørn asgeir ashild aslak ' +
    'aslaug asle asma assad astri astrid atle aud audhild audun august aurora ava axel ayaan aylin ayse ' +
    'balder bao barbara bartosz beate ben benedicte benedikt bengt benjamin bente berit bernhard bernt biera ' +
    'bilal biret birger birgit birgitta birgitte birk birra birte birthe bjarne bjarte björn bjørg bjørn ' +
    'bjørnar bo bodil borghild brage brit brita britt brynhild brynjar børge børre camilla carina carl carmen ' +
    'carolina caroline catharina cathrine cecilia cecilie charles charlotte chinh christel christer christian ' +
    'christin christina christine christoffer christopher claudia claus conny cornelia dag dagfinn dagmar ' +
    'dagny dan daniel daniela daniil david davoud dawid denis diana didrik dina dmitri dominik dorota dorthe ' +
    'ebba ebbe edel edgar edith edvard edvin egil eigil eilert eilif einar eira eirik eirin eivind eldar ' +
    'eldbjørg eldrid elen elena elfrid eli elias elif elin elina elinor elisa elisabet elisabeth elise eliza ' +
    'ella elle elsa elsabe else elvira emil emilia emilie emily emma emre emrik endre enok enya erik erika ' +
    'erland erlend erlind erling ernst espen ester esther eva evelyn even evy eyvind fadi fadumo falk farah ' +
    'fardosa fatemeh fatima fatuma fausa felix ferdinand filip finn florian frank fredrik freya frida ' +
    'fridtjof frode frøya frøydis gabriel gabriela gard geir georg george gerd germund gina gisle gjermund ' +
    'gjertrud gordon grace greta grete gretha grethe gro gry grzegorz gudbrand gudmund gudrun gudveig gunhild ' +
    'gunilla gunn gunnar gunnbjørg gunnhild gunnlaug gunnvor guro gustav guttorm gáddjá göran gösta gøran ' +
    'gøril haakon habiba hadi hai hakan halfdan halima hallgeir hallvard halvard halvor hamid hamza hanan ' +
    'hanna hannah hanne hans harald harriet harry hasan hassan hassen hauk hedda hedvig hege heidi heikki ' +
    'heine helen helena helene helga helge helle helmer henning henny henriette henrik henry herbjørg herborg ' +
    'herdis herman hermann hermine hiba hilde hildur hilma hjördis hoa hodan holger huda hugo hung hussain ' +
    'hussein håkan håkon håvard ibrahim ida idar idris idunn igor ilhan ilias ina inaya inga ingar inge ' +
    'ingebjørg ingeborg ingegerd ingelin inger inggá ingolf ingrid ingunn ingvald ingvar ingvild ingvill inka ' +
    'inkeri iqra ira iren irene irina iris irja isa isabel isabell isabella isac isak iselin islam ismail ' +
    'issát ivan ivar iver iŋgá jacek jack jacob jakob jakub jama jamal james jamila jan jane janette janne ' +
    'jannicke jarle jasmin jeanette jelena jennifer jenny jens jeppe jesper jessica jim joachim joakim joar ' +
    'johan johanna johanne johannes john johnny jomar jon jonas jonathan joran jorid jorunn josef josefine ' +
    'joseph jostein jouni jovna jovnna juhani julia julian julianne julie justyna jöns jørgen jørn jørund ' +
    'kaia kaisa kaj kaja kamal kamil kamila kamilla karen kari karianne karim karin karina karl karolina ' +
    'karoline karsten kasper katarina katarzyna kate katherine kathinka kathrine katja katrin katrine kenneth ' +
    'kerstin ketil khadija khadra khaled khalid kim kine kirsten kirsti kirstin kjartan kjell kjersti ' +
    'kjerstin kjetil klara klaus klemet knut konrad konstantin kris krister kristian kristin kristina ' +
    'kristine kristoffer krystyna krzysztof káre káren kåre laila lars lasse laura leah leander leif leila ' +
    'leiv lemet lena lene lennart leo leon leonora leyla liam lill lilly lina linda line linh linn linnea ' +
    'linnéa lisa lisbet lisbeth lise liv liva livar live loke lotte louise lovise lucas lucia ludvig luis ' +
    'luka lukas lukasz luna lydia lájlá lásse maciej madeleine madelen mads magda magdalena magne magnhild ' +
    'magni magnus mahad mahmood mahmoud mai maia maiken maj maja malene malgorzata malik malin malte marcel ' +
    'marcin marcus marek maren maret margaret margareta margareth margit margot margrete margrethe mari maria ' +
    'mariam mariana mariann marianne marie mariell marielle marina mario marit marius mark markus marlene ' +
    'marta marte martha marthe martin martine marwa marwan mary maryam maryan mateusz mathea matheo mathias ' +
    'mathilde matias matilde mats mattias max maximilian maya merete merethe mette mia michael michal ' +
    'michelle mihkkal mikael mikal mikkal mikkel milad mina minh mira miriam mirjam mitra mo moa modhir ' +
    'mohamad mohamed mohammad mohammed mona monica monika morgan morten moses mostafa muhammad muna mustafa ' +
    'myriam máhtta máhtte máret märta måns mårten nadia najma nam nana naomi nasra natalia natalie nathalie ' +
    'nathan nawal nawid nicholas niels nihkke niilas niillas niklas nikola nikolai nikolas nils nina ninni ' +
    'njål noah noor noora nora norah norunn nour oda odd oddbjørg oddbjørn oddgeir oddny oddvar odin ola olaf ' +
    'olai olaug olav ole oleksandr olena olga oline oliver olivia olivier olle omar omer oscar oskar osman ' +
    'ottar otto ove pal patricia patrick patrik paul paula paulina pauline pawel peder pelle per per-erik ' +
    'pernille peter petra petter philip phuong pia piera piere piet piotr preben pär pål qasim rachel ragna ' +
    'ragnar ragnhild rahel rahma rakel ramona rana randi rannveig ranveig rashid rasmus ravdna ravn rebecca ' +
    'rebekka reidar reidun reidunn reza ricardo richard rikard rikke rita rizwan roald roar robert robin ' +
    'roger rolf ronja ronny rosa roy ruben rukhsana runa runar rune runhild rut ruth ráijá ráste saad sabina ' +
    'sabrina sadia saeed said salim salma sam samantha samir samira samuel sander sandra sanna sanne sara ' +
    'sarah selina selma sergei serina severin sevim sharif shirin sigbjørn sigfrid sigmund signe signy sigrid ' +
    'sigrun sigurd sigve silas silje simen simon sindre sine siri sissel siv siw snorre sofia sofie solbjørg ' +
    'solfrid solrun solvei solveig sondre sophia sophie stanislaw stefan steffen stein steinar stella stellan ' +
    'sten stephen steven stian stig stine storm sture sturla stål ståle sunniva sunná susan susann susanna ' +
    'susanne svein sveinung svend sverre svetlana sylvi sylvia synne synnøve sámmol sárá sören sølvi søren ' +
    'tanja tarald tarjei tatiana teresa terese terje thea theo theodor theresa therese thi thomas thor ' +
    'thorbjørn thore thorvald tia tilde tiller tina tine tiril tobias tom tomas tomasz tommy tone tonje tor ' +
    'tora torbjørg torbjørn tord tore torfinn torgeir torgunn torhild toril torild torill torleif tormod ' +
    'torstein torunn torvald tove trine trond trude truls trygve trym tuan turi turid tuva tyra ulf ulla ' +
    'ulrik ulrika ulrikke ulvar una unn unni urd ursula uwe valborg vanja vebjørn vegar vegard venke vera ' +
    'veronica veronika veslemøy vetle vibecke vibeke victor victoria vidar vigdis viggo viktor viktoria vilde ' +
    'vilja vilma vilmer vincent viola virginia viveka vivi vivian vladimir volodymyr vår waleed walid waqas ' +
    'warsame wenche wiktor wilhelm willem william wojciech xuan yasin yasmin yasmine yngve yngvild yosef ' +
    'younes yousef youssef yusuf yvonne zahra zainab zara zeinab zeyneb zeynep zofia zoran zuzanna áile áilu ' +
    'ánde ánne ánte ástta åge åke åse åshild åsmund örjan östen øivind ørjan ørnulf øydis øystein øyunn ' +
    'øyvind'
  ).split(' '),
)

/** Those of them that are ordinary words or places too: «Per» (for each), «Mai» (May), «Dag» (day). */
export const namesThatAreWords: ReadonlySet<string> = new Set(
  (
    'alma are august aurora ava balder bao birk bo dag dan even falk frank grace gro hai hauk helga helle ' +
    'hiba hoa huda hung ira isa islam jack liva live loke luna mai mark max mira moa nam odd per rana ravn ' +
    'runa siv stein storm stål tia tiller tora tuan urd vilja vår'
  ).split(' '),
)
