// More given names, in the spelling of the English press, by tradition; and endings of Turkic given names.
// Own list, written from general knowledge. Invariant: a given name is a sign among others, never a person by itself.
import { GIVEN_NAMES } from "./words.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const MORE_GIVEN_NAMES = words(`
abbas abby abdallah abdelaziz abdukerim abdulaziz abdullahi abduqadir abdurehim abdurehman abdureshid abdurrahman abdusalam abigail ablikim ablimit abu ada adebayo adela adele
adewale aditya adnan adriana agatha agnes agnieszka ahat aidan aiko aileen ainur aisha aissatou ajay akash akerke akhil akiko akira akosua akram alaa alana alastair alberto
alejandra alejandro aleksandar aleksander aleksandr aleksandra aleksei aleksey alessandra alessandro alexandre alexis alfonso alfredo alice alina aline alistair allan allison alma
almagul alok altinbek alvin alyona alyssa amadou amal aman amangul amelia amin amina amira amit amitabh amos anand anas anatol anatoliy anders andrej andrey andrii andrzej angelo
angus anika anil anita anja anjali ankit anneke annette annika ansar ansel antoine antoinette anton antonia anupam anuradha aparna arjun arkady arlene arman armando arnold artem
arturo artyom arun aruna arvind arzigul asem aset asha ashok ashraf ashwin asim asma astrid asylbek atul aubrey audra augusto aurelia ava axel aya aydin aygerim ayjan aykut aylin
ayman aynur ayse ayten ayşe azamat azhar babatunde bagdat bahar bahargul bahtiyar baktygul bao barnaby barney bart bashar basil bassam baurzhan bauyrzhan bea becky bekir bekzhan
belinda benedict benicio benny berik bernadette bernardo bert bertha bertrand bessie bettina beverly bianca bilal bilge bjorn blake bogdan bohdan bojan bolatbek boleslaw bonnie
borislav boyd bozena bradley brady brandi branislav branko brendan brent bret brett brianna bridget brigitte brittany bronislaw bruno bryce bryn burak burhan byron byung bülent cai
caitlin calvin camille candace candice carina carlo carlton carly caroline carolyn carrie carson casey cassandra cassie cathy cecil cecilia cedric cem cemal cengiz ceren cesar chad
chandra chao charlene cheng chidi chika chima chinua chloe chong chuck chul ciara clarence claudia clayton clifford clint cody connor conor cora corey cornelius cory courtney cyril
cyrus daisuke dale dalia damian damon danielle danil danilo danny daphne darlene darrell darren darryl darwin darya daulet dauren debbie deepa deepak deirdre delia denise denys
derrick desmond devi devin dewey dexter diego dieter dilara dilip dilmurat dilshat dimitar dimitri dinah dirk divya dmitriy dolores dominic dominique donna doreen dorian doris
douglas dragan drew duane dusan dušan dwayne dwight ebony ebrahim ebru edmund edna eduardo edwina efrain egon eileen ekaterina elaine elena eleonora elias elif elijah eliot elisa
elisabeth eliza elliot elnur eloise elsa elsie elvira elvis emeka emiko emilia emilio emine emmett emre enrico enrique enzo ercan erdal erdem erdogan erica erich erick erika erkan
erlan erwin esme esra esteban estelle esther ethel etienne eugenia eunice eva evelyn everett evgenia evgeny ezekiel ezra fabian fabio fadi fahad faisal fang farah farhan faris
farooq farouk fatemeh fatma faye federico fela felicia felicity felipe femi feng ferdinand fethullah fidel filip filiz fiona folake francesca francesco francine franco franz
françois freda freddie frederic frederik friedrich fritz fumiko funmi fyodor gabriel gabriela gabriella gail galina gareth garrett garth gaukhar gaurav gavin gemma genevieve gennady
geoff geoffrey georgi georgina georgy geraldine gerardo gerhard gertrude ghassan giancarlo gilbert gilles gina giorgio giulia giuseppe glen glenda glenn godfrey gonzalo gopal goran
gordon govind graciela gregor greta gretchen grigory grzegorz guadalupe guillermo gul gulbahram gulbostan gulmira gulnaz gulnisa gulsen gulshan gulsum gulzira gunter gunther guo gus
gustav gustavo gwen gwendolyn güler gülnur habib hadi hadicha hafez haider hakan hakim hal hala halide halil halime hamad hamdi hamed hamza hana hanan hani hank hanna hannah hans
harald hari harish harriet harriett haruki harvey hashim hassane hatice hayao hayley hazel heidi heinrich heinz helena helene helga helmut henri henrietta henrik henryk herb herman
hernan heyrinisa hideki hideo hilary hilda hiroko hiroshi hisao hisham hjalmar horace horst houda howard hua hubert huda hugh humberto humphrey husam huseyin hussain hussam hussein
hyun hüseyin ichiro ida idris ifeoma ignacio igor ikenna ilhan ilnur imad iman imelda imin imogen inci indira ines inga inge ingmar iosif iqbal ira irina iris irma irving iryna
isaiah ishaan isidore iskender ismael ismet isobel isolde israyil issam ivan ivana ivica ivo ivy iyad jaber jacinta jacqueline jacquelyn jadwiga jagdish jaime jakob jalal jamal
jameson jan jana janice janine janis jared jaroslav jasmine jasper javier jawad jawaharlal jay jaya jeanette jeanne jeannie jeb jed jenna jennie jenny jeremiah jerome jerzy jessie
jian jiang jianguo jie jillian jinping jiri jiro jiří joachim joann joanne joaquin jocelyn jodi jody joey johan johann johanna joni joon josef josefina joshua josie jovan jozef
juanita judah judd jude judi jules juliet juliette julio jun jung junichi junko jurgen justine jyoti józef jürgen kader kadir kai kamal kamala kamel kamla kanagat kaori kapil karan
kareem karin karla karol karsten kaspar kassem katarina katarzyna kateryna katharina katherina kathryn katrina katsuo katya kavita kay kazuo kei keiko keira keisha keith kelley
kelvin kemal ken kendall kendra kenji kent kenzo keqiang kerim kerry kevin khadija khaled kieran kiran kirill kirk kirsten kirstie kitty kiyoshi klara klaus kofi koji kojo konrad
konstantin krishna kristin kristina kristine krystal krystyna krzysztof ksenia kumar kunikei kurt kwabena kwame kwesi kyla kyoko kyung lakshmi lance lara lars lata latifa latoya
laurence laurent laurie laverne lavinia lawrence layla leah leanne lech lei leif leigh leila leland lenny leona leonid leonora leroy leslie lester leticia lev levi lewis leyla liam
liang lidia lilian lillian lina linus lionel livia ljiljana ljubica lloyd lola lorenzo loretta lori lorna lorraine lottie loubna louisa lubna lubomir luc luca lucas lucia luciano
lucille lucinda lucretia ludwig luisa luther lydia lyle lyndon lyubov lyudmila mabel madeline madhuri magdalena maggie magnus mahatma mahdi maher mahesh mahire mahmoud maira majid
makoto maksim malala malgorzata malik mamadou manal mandla mandy manfred manish manmohan manoj mansour marc marcel marcela marcelo marcia marco marcos marek margarita margery margot
marian mariana marianne mariano maribel mariko marilyn marisa marissa mariusz marjorie marla marlene marlon marta martina marty marvin marwan maryam maryna masako masao masayoshi
masoud matej mateo mateusz mathias mathieu mathilda matilda matteo matthias mattias maud maureen mauricio maurizio maxine maxwell maysigul mbali meena meera meghan megumi mehdi
mehmut mel melinda meltem memtimin meral meredith merle merve mervyn meryem mia michal michiko mickey midori mieczyslaw miguel mihray mihrigul mikael mikhael mikhail mila milan
mildred miles milica milo milorad milos miloš milton minnie minoru miranda miriam mirjana miroslav mirzat mitch mitchell mitsuko mitt mladen mohan mohandas moira mona monique moritz
morris mortimer moses mounir mourad moussa muhammed muhtar muhtarjan muhterem mukesh mukhtar muriel murod musa mustapha mutellip muyesser mwai mykola myra myron myrtle nabil naci
nada nader nadezhda nadim nadine naima najib nalini nanette naoko naomi naoto narayan narendra nasir nasrin nasser natalija natalya natasha nathalie naveen nawal nawaz nazim neal
necmettin neha nellie nelly nelson nesrin nettie newt ngozi nicholas nichole nico nicola nigar nigel nijat nikhil nikita nikki nikola nikolai nikolaj nikolay nils nina nirmala nisha
nita nitin niyaz nizar nkosazana nnamdi noboru nolan noor nora norbert noreen noriko norma norman noura nuray nurbakyt nurgul nuri nursaule nursiman nury obi octavia odette oguz
oksana oktay olaf oleg oleksandr olena olga omerjan omid ondrej onur orhan orkhan orson orville osama osamu osmanjan ostap oswald otis ottavio otto ousmane owen pablo paco padma
paloma paola paolo parvez pascal pat patrice patrik patsy patti patty paulina pauline pavlo pawel penelope perry pervin petar pete petr petra petro phoebe phyllis pia piotr polina
pooja prakash pranab pratap pratibha praveen prem priscilla priya priyanka qasim qiang qing quanguo quentin quincy quinn radek radha radoslaw radovan rae rafael rafiq raghav rahul
raisa rajeev rajesh rajiv rakesh ralf ramesh rami ramiro ramona randolph randy rani rania ranjit raoul raphael raquel rashid rasul raul ravi raúl rebecca rebiya recep reed reese
regina reginald reid reinhard rekha rena renata rene renee rhoda rhonda riad ricky riley rima ritu rizvangul robert roberta rocco roderick rodney rodolfo rogelio rohan rohit roksana
roland rolf ronan ronnie rory rosalie rosalind rosalyn rosario rosemary rostislav rouhollah roxanne royce rudolph rudy rufus rukiye rupert ruslan ruslana ruslanbek russel rustam
ruthie ryo ryoko saad sabah sabire saburo sachiko sachin sadako sadiq saeed safiya saif sajida salah salem salim salma salman salvador salvatore samar samia samir samira samson sana
sandeep sandy sangeeta sanja sanjar sanjay sanjeev santiago santosh sara sarita sarojini satish satoshi saul savita scarlett sean seema seiji sekou selma sema semet semyon serap
serge sergio serhiy serikbol seung sevgi sevil sevinch seymour shahid shankar shanti sharad sharif shashi shawn shelby sheldon shelley sherine sherri sherrod sherry shigeru shinji
shinzo shirin shirley shiro shiv shlomo shohrat shohret shoji sholpan shreya shyam sibel sid siegfried sigmund sigrid silas silvia silvio simone sinead sipho sita slavko slobodan
smita sneha snezana solomon sondra sonia sonja sonya soraya spencer spiro srinivas stacey stacy stanislav stanislaw stefan stefanie stefano stelios stepan stewart stig subhash sudha
sudhir suhail suleyman sultan sumiko sung sunil sunita suresh sushma sven svetlana svitlana swati sybil sylvester szymon süleyman tabitha tad tadeusz tahira tahsin takashi takeshi
talal talgat talia tamar tammy tania tara taras tariq taro tarun tasha tatyana tawfiq tayfun taylor temir temur tessa tetsuo thabo thaddeus thea thelma themba theo theodor theresa
thomasina thora tiana tihomir tilda timmy timofey timur tobias toby todd tolgonai tolkun tomas tomasz tomislav tomoko toni toru toshio tracey travis trent trevor tricia tristan
trudy tuncay tunde tursunai tursunjan tyrone uche uday ufuk ulf ulrike ulugbek uma umar umida uri ursula usama usha usman ute vaclav valentin valentino valeria valeriy valery
vandana varun vasily vasyl vaughn velma venkat vera vernon veronika vesna vicente vicki vicky victor viggo vijay vikram viktoria viktoriya vinay vince vincenzo vinod viola virgil
vishal vitali vitaliy vito vivek vivian viviane vivienne vladan vladimír vladislav vlado vojislav volodymyr vsevolod vyacheslav václav wael wafa waldo waleed walid wallace wally
walt wanda wangari weiwei wendell wes wieslaw wilbur wilfred wilhelm willa willem willie wilma winifred winston witold wladyslaw wojciech wole woodrow xalida xiang xiao xiaobo
xiaoping xiu yahya yakup yalkun yana yaroslav yasemin yasin yasir yasser yasuhiro yasuo yavuz yaw yegor yemi yevgeniya yevgeny yildiz yilmaz ying yoko yolanda yoshi yoshiko younes
yousef youssef yuan yuki yukio yuko yulia yumi yun yunus yuriko yvette yvonne zach zachary zack zahra zaid zainab zamira zaure zbigniew zdenek zedong zehra zeinab zeke zeki zelda
zemin zena zeynep zhamilya zhanna zhen zheng zhenis zhi zhiyong zhumagul zhyldyz ziad ziggy zita zohra zola zoran zulpiya zumret zuzana özlem ümit
`);

/** Endings Turkic given names are made with: `Gulnisa`, `Tursunjan`, `Altinbek`. */
const TURKIC_ENDING = /^\p{L}{2,9}(?:gul|jan|zhan|bek|nisa|murat|ullah?|kerim|rehim|reshid)$/u;
const NOT_TURKIC = words("trojan bengal mughal segul azerbaijan andijan");
/** Given names that are as often a word, a month or a place: alone they say nothing. */
const TWO_FACED = words(`
will grace mark bill may rose jack frank art dean guy drew rob sue bob gene grant jade june april august autumn summer hope faith joy dawn daisy lily holly ivy hazel ginger amber pearl ruby violet iris olive penny miles chase hunter mason cooper carter jordan chelsea paris london sydney austin dallas houston georgia victoria alexandria charlotte florence madison lincoln washington jackson jefferson chad kent devon sandy dale glen cliff forest wolf ray rex max van lance chuck pat don art ron ward earl duke prince king major sultan shah imam khan star nova clement constance angel jesus christian israel lee li wang liu chen yang zhang zhao kim jan mar nan nina pan wei
`);

/** Whether a word, in lower case, is a given name as far as the lists and endings know. */
export function isGivenName(word: string): boolean {
  if (GIVEN_NAMES.has(word) || MORE_GIVEN_NAMES.has(word)) return true;
  const hyphen = word.indexOf("-");
  if (hyphen > 1) return isGivenName(word.slice(0, hyphen)) && hyphen < word.length - 1;
  return TURKIC_ENDING.test(word) && !NOT_TURKIC.has(word);
}

/** Whether a given name standing alone at the head of a sentence still names a person. */
export function isPlainGivenName(word: string): boolean {
  return isGivenName(word) && !TWO_FACED.has(word);
}
