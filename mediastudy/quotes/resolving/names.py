"""Word lists for names and roles, all written for this module: first names, family names, titles, kinds of bodies."""

from __future__ import annotations

from typing import Final

from mediastudy.quotes.words import listed

MALE: Final = listed(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alex alexander alexei ali allan amir
    anders andre andreas andrei andrew angus anthony antonio arthur austin barack barry ben benjamin bernard bernie
    bill bob boris brad bradley brandon brett brian bruce bryan calvin carl carlos cesar charles charlie chris
    christian christopher clarence claude colin connor craig dale dan daniel darren dave david dean dennis derek
    diego dmitry dominic don donald doug douglas duncan dwight eamon ed eddie edgar eduardo edward edwin emmanuel eric
    ernest ethan eugene evan faisal felix fernando francis francisco frank fred frederick gareth gary gavin geoffrey
    george gerald gerard giovanni glen glenn gordon graham grant greg gregory guy hans harold harry harvey hassan
    hector henri henry herbert howard hugh hugo hussein ian ibrahim igor ivan jack jacob jacques jaime jake james
    jamie jared jason javier jay jean jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy joaquin joe joel johan
    john johnny jon jonathan jorge jose joseph josh joshua juan julian julius justin karl keith ken kenneth kevin khalid
    klaus kofi kurt kyle lance larry lars laurence lawrence lee leo leon leonard leonid lewis lionel liam lloyd
    louis lucas luis luke magnus malcolm marc marco marcus mario mark martin marvin mateo matt matthew maurice max
    melvin michael miguel mike mikhail mitch mitchell mohamed mohammad mohammed muhammad murray nathan neil nelson
    newt nicholas nick nicolas nigel noah norman oleg oliver omar oscar oskar otto owen pablo patrick paul pedro
    percy peter phil philip philippe pierre rafael ralph ramon randy raul ray raymond rene ricardo richard rick
    robert roberto robin rod rodney roger roland ron ronald rory ross roy rudy rupert russell ryan salman sam samuel
    scott sean sebastian sergei seth shane shaun simon sergio spencer stanley stefan stephen sterling steve steven
    stuart ted terence terry theodore thomas tim timothy tobias todd tom tommy tony travis trevor tyler victor
    viktor vincent vladimir walter warren wayne werner will william winston yusuf zachary basil
    """
)
FEMALE: Final = listed(
    """
    abigail agnes aisha alexandra alice alicia alison allison amanda amber amelia amina amy ana andrea angela
    angelina anita ann anna anne annette annie antonia april astrid audrey barbara beatrice becky belinda bernadette
    beth betty beverly bonnie brenda bridget brigitte camilla candace carla carly carmen carol carole caroline
    carolyn carrie catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe christina christine cindy
    claire clara claudia condoleezza connie constance cynthia daisy dana danielle dawn deborah debbie debra denise
    diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen
    eloise elsa emily emma erica erin esther eva eve evelyn fatima felicity fiona florence frances gabriela gail
    gemma georgia geraldine gillian gina gladys glenda gloria grace greta gwen hannah harriet heather heidi helen
    helena hilary hillary holly huma ida imogen ingrid irene iris irina isabel isabella ivanka jackie jacqueline
    jane janet janice jeanne jennifer jenny jessica jill joan joanna joanne jodie josephine joy joyce juanita judith
    judy julia julie juliet karen kate katherine kathleen kathryn kathy katie kay kellyanne kerry khadija kim
    kimberly kirsten kristen kristina laura lauren leila lena leslie lillian lily linda lisa liz loretta lorraine
    louise lucia lucy lydia lynn madeleine maggie mandy margaret maria marianne marie marilyn marina marion marjorie
    marta martha mary matilda maureen megan megyn melanie melania melissa mercedes michelle mildred minna miranda
    miriam molly mona monica nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma olga
    olivia pamela patricia paula pauline peggy penelope penny petra phoebe phyllis priscilla rachel rebecca regina
    rhonda rita roberta rosa rosalind rose rosemary rosie ruth sabrina sally samantha sandra sara sarah selena
    shannon sharon sheila shirley silvia simone sonia sophia sophie stacey stella stephanie sue susan susana suzanne
    sylvia tamara tania tanya tara teresa tessa theresa tina tracy tulsi ursula valerie vanessa vera veronica
    victoria viola violet virginia vivian wendy winifred yasmin yolanda yvette yvonne zara zoe zora
    """
)
FAMILY_FIRST: Final = listed(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han
    feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui
    tan fan liao shi jin jia xia fu fang zou xiong bai meng qin qiu hou yin xue yan duan lei long tao gu mao hao
    gong shao wan qian dai mo kong xiang chang xi hua zhuo bao kang ning qi nie geng ou zhan ji tong chai lou ruan
    wen kim park lee choi jung cho yoon jang lim shin kwon hwang ahn moon nguyen tran le pham hoang phan vu vo dang
    bui ngo ho duong orban szabo nagy kovacs toth
    """
)
TITLES: Final = {
    **dict.fromkeys(
        listed("""
            mr mister sir lord king prince sheikh baron duke count earl viscount marquis don fr father brother
            herr monsieur signor senor
            """),
        "m",
    ),
    **dict.fromkeys(
        listed("""
            ms mrs miss lady dame queen princess madam madame baroness duchess countess viscountess sister mme
            frau signora senora
            """),
        "f",
    ),
    **dict.fromkeys(
        listed(
            """
            dr doctor prof professor sen senator rep representative gov governor gen general col colonel lt
            lieutenant maj major capt captain sgt sergeant rev reverend pope cardinal canon commodore brigadier
            bishop archbishop president
            premier chancellor judge justice comrade hon admiral adm commissioner ambassador mayor emperor imam
            rabbi ayatollah pastor coach detective inspector superintendent constable secretary minister speaker
            vice prime deputy former attorney senior acting chief dep amb sec pres treasurer academician sens reps
            vice-premier vice-president vice-governor vice-minister vice-chairman
            """
        ),
        "",
    ),
}
PERSON_NOUNS: Final = listed(
    """
    academic activist contractor lineman firefighter stallholder botanist tenor contralto soprano
    headteacher actor actress adviser advisor agent aide ambassador analyst architect artist assistant
    attorney author banker biologist boss boy brother captain chair chairman chairperson chairwoman chancellor chef
    chief citizen clerk coach colleague columnist commander commissioner composer congressman congresswoman
    consultant coordinator correspondent counsel councillor councilman counterpart critic curator daughter dealer
    defendant delegate deputy designer detective diplomat director doctor driver economist editor emperor employee
    engineer envoy executive expert farmer father fellow filmmaker fisherman founder friend general geologist girl
    governor grandfather grandmother head headmaster historian host husband hydrologist inspector investor
    journalist judge justice lawmaker lawyer leader lecturer legislator lieutenant man manager mayor mechanic member
    merchant millionaire miner minister moderator mother musician negotiator neighbor neighbour nominee novelist
    nurse officer official operator organiser organizer owner painter parent participant partner pastor patient
    philosopher photographer physician physicist pilot planner player poet policeman politician pollster premier
    presenter president priest principal prisoner producer professor prosecutor psychologist reader representative
    reporter researcher resident scholar scientist secretary senator sergeant shopkeeper singer sister skipper
    socialist soldier solicitor son speaker specialist spokesman spokesperson spokeswoman staffer strategist student
    superintendent supervisor surgeon surrogate surveyor teacher technician tenant treasurer vendor veteran victim
    villager viceroy volunteer voter wife witness woman worker writer billionaire businessman businesswoman
    candidate chairlady commentator frontrunner mogul operative niece nephew aunt uncle cousin dad mum mom widow
    widower grandson granddaughter headmistress magistrate auctioneer prefect bosun passenger developer opponent
    supporter bystander onlooker trader grower publicist campaigner abbot monk herder secretary-general foreman
    hokim vice-chancellor vice-rector akim alderman curate interviewer questioner compere herdsman drafter keeper
    postmistress stoker customer client rapporteur mediator forester weaver playwright palaeographer archaeologist
    marshal rector dean provost
    sheriff bailiff postmaster stationmaster ferryman midwife carpenter mason baker butcher brewer tailor cobbler
    shepherd fisher cook waiter cashier porter steward librarian archivist translator interpreter violinist pianist
    conductor dancer runner swimmer cyclist goalkeeper striker medallist champion winner referee umpire mountaineer
    guide ranger vicar rabbi imam lama deacon parliamentarian whip attache consul vice-premier vice-minister
    vice-chairman vice-president commander-in-chief inspector-general comptroller auditor accountant actuary
    hydrogeologist meteorologist seismologist sociologist anthropologist virologist epidemiologist statistician
    demographer astronomer mathematician entrepreneur restaurateur innkeeper beekeeper smallholder rancher peasant
    labourer laborer apprentice pensioner retiree pupil schoolgirl schoolboy graduate intern trainee orphan refugee
    rebel militant rioter protester demonstrator picket signatory ex-president ex-minister ex-premier marshall rower
    sailor mariner boatman helmsman navigator dissident exile monarch sultan emir khan warden jailer sentry motorist
    commuter tourist visitor traveller traveler bookseller grocer landlord landlady
    """
)
PORTFOLIOS: Final = listed(
    """
    affairs trade health education finance defence defense state justice interior energy agriculture transport
    culture tourism labour labor commerce environment development security planning works mines resources science
    technology sport sports economy information industry fisheries forestry housing immigration treasury
    infrastructure communications operations research reform services innovation employment relations
    """
)
PLURAL_PERSONS: Final = listed(
    """
    people men women children media folks staff personnel crew some many others most
    """
)
BODY_NOUNS: Final = listed(
    """
    academy administration agency airline alliance archive army assembly association authority bank board body line
    broadcaster bureau cabinet campaign center centre chamber charity church city club coalition coastguard college
    commission committee company conglomerate congress corporation council country court daily department district
    embassy executive federation firm force foundation fund government group hospital house institute institution
    journal judiciary junta kremlin league legislature library magazine military ministry monarchy mission movement
    museum nation navy network newspaper ngo office opposition organisation organization outlet palace panel paper
    parliament party pentagon police post press province publisher regime regulator republic school secretariat
    senate service society state station studio team theatre orchestra gallery temple times treasury tribunal troupe
    trust union university utility watchdog website white tv radio brigade observatory headquarters news inc corp
    ltd co plc llc railway railways infirmary guild confederation federation league opera exchange port courier
    herald tribune observer
    """
)
GROUP_NOUNS: Final = listed(
    """
    meeting conference session congress summit forum side symposium plenum sides parties authorities delegation
    countries
    nations capitals cities team family groups faction crowd audience jury opposition congregation participants
    attendees governments leaders workshop both
    """
)
DOCUMENT_NOUNS: Final = listed(
    """
    report statement paper letter document resolution communique communiqué law bill draft plan survey poll study
    data figures statistics circular article editorial op-ed guideline guidelines regulation regulations
    constitution treaty agreement memo memorandum minutes notice text declaration charter book blog email e-mail
    e-mails advices entry emails tweet message transcript menu will photograph photographs list preamble outlook
    request table tables sheet
    denial postcard postcards letters statutes diagram programme clause section indictment complaint lawsuit filing
    ruling verdict
    decision census numbers polls surveys reports documents records ad advertisement commentary dispatch dossier
    outline proposal affidavit order research analysis findings headline caption banner sign release bulletin index
    results account accounts note leaflet inquiry protocol budget audit pamphlet estimate estimates brochure
    manifesto manual poster inscription chronicle diary textbook cable telegram register log petition reply forecast
    forecasts ordinance decree directive edict rules catalogue investigation probe column handbook white-paper
    notification briefing-paper codex
    """
)
GENERIC_DOCUMENTS: Final = listed("document text paper")
COMPANY_NOUNS: Final = listed(
    """
    carrier maker manufacturer airline startup start-up giant retailer lender brewer insurer chain group company
    firm newspaper magazine broadcaster agency operator's brewery bakery factory mill shipyard utility bank union
    charity association federation party club school college university institute museum hospital hotel line
    operator regulator watchdog conglomerate website platform bureau outlet daily weekly tabloid network think-tank
    nonprofit foundation supermarket restaurant shop store studio label producer-owned cooperative co-operative
    subsidiary band troupe
    """
)
PLACE_WORDS: Final = listed(
    """
    province county city district prefecture region island islands river lake mountain mountains township village
    town street road avenue lane square bridge park station airport port harbour harbor bay valley plateau peninsula
    sea ocean strait canyon hill hills hall building tower palace stadium arena plaza quay boulevard forest desert
    coast state republic kingdom federation shoals reef basin delta gorge pass atoll isle
    """
)
BODY_WORDS: Final = BODY_NOUNS | listed(
    """
    healthcare assessment act agreement treaty
    bloc front combine wings committee works plant chamber ministry states nations gazette review bulletin wire
    xinhua reuters abc bbc cnn nbc cbs msnbc fox npr google facebook twitter apple amazon democrats republicans bar
    guild consortium ratings power rail railway railways airways energy capital holdings industries partners motors
    insurance
    """
)
PLACES: Final = listed(
    """
    afghanistan africa albania algeria america argentina armenia asia australia austria azerbaijan bangladesh
    belarus belgium bolivia botswana brazil britain bulgaria cambodia cameroon canada chile china colombia croatia
    cuba cyprus denmark ecuador egypt england estonia ethiopia europe fiji finland france gabon georgia germany
    ghana greece greenland guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kazakhstan kenya korea kuwait laos latvia lebanon liberia libya lithuania luxembourg
    malawi malaysia mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal
    netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland
    portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan
    sweden switzerland syria taiwan tajikistan tanzania thailand tibet togo tunisia turkey turkmenistan uganda
    ukraine uruguay uzbekistan vanuatu venezuela vietnam wales xinjiang xizang yemen zambia zimbabwe beijing moscow
    washington london paris berlin tokyo canberra delhi seoul brussels kremlin pentagon congress parliament nato
    asean eu un us u.s u.k uk
    """
)
NOT_NAMES: Final = listed(
    """
    thanking praising quoting welcoming recalling calling urging warning stressing adding answering replying
    referring visiting meeting presiding opening closing
    the a an in on at by for of to from with and but or nor so yet as if when while where after before since because
    although though once until unless this that these those he she it they we i you his her its their our my your
    who what which why how there here not no yes also then now still even just only both all some many most more
    such other another each every few several one two three four five six seven eight nine ten first second third
    last next according asked speaking noting citing hailing addressing during about between among under over
    through against without within despite however meanwhile moreover instead indeed perhaps january february march
    april may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow mrs ms mr new north south east
    west northern southern eastern western central republican democratic democrat republicans democrats gop chinese
    american british russian french german japanese korean indian australian european african asian muslim christian
    jewish catholic black white good great let say says said see read like thank thanks please well oh okay ok
    lordship himself herself themselves no-one noone neither either earlier later recently q others question answer
    photo file image video update breaking editor note hello hi unlike none nobody everyone everybody anyone someone
    """
)
