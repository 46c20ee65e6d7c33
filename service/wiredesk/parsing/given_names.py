"""Given names, casefolded: frequent ones of the United States' census of 1990 (public domain), of Europe and Asia."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    aaliyah aaron abbie abby abel abigail abraham ada adam adan addie adela adelaide adele adeline aditi aditya adolfo adolph
    adrian adriana adrianne adrienne agnes agustin ahmed aida aidan aileen aimee aisha akash akira al alain alan alana alba
    albert alberta alberto alejandra alejandro aleksandr alessandra alessandro alessia alex alexander alexandra alexandria
    alexandru alexei alexey alexis alfonso alfred alfreda alfredo ali alice alicia alina aline alisa alisha alison alissa
    alistair allan allen allene allie allison allyson alma alonzo alphonso alta althea alton alva alvaro alvin alyce alyson
    alyssa amalia amanda amandine amar amber amelia amie amina amir amit amos amparo amrit amy ana ananya anastasia anders andre
    andrea andreas andrej andres andrew andré andy anette angel angela angelia angelica angelina angeline angelique angelita
    angelo angie angus anita anja anjali anke ann anna annabelle anne anneke annette annie annika annmarie anouk ansel anthonie
    anthony antionette antoine antoinette anton antonia antonio antony antónio aoife april araceli archie arjun arleen arlene
    arline armand armando armin arnaud arne arnold arron art arthur arturo arvind ash ashlee ashleigh ashley ashwin asif astrid
    aubrey audra audrey august augusta aurelia aurelio aurora aurélie austin autumn ava avery avis axel ayesha aylin barbara
    barbra barney barry bart bas basil bastian beata beatrice beatrix beatriz beau becky belinda belle ben benedikt benita
    benito benjamin bennett bennie benny benoît berit bernadette bernadine bernard bernardo bernd bernice bernie bert berta
    bertha bertie beryl bessie beth bethany betsy bette bettie bettina betty bettye beulah beverley beverly bianca bill billie
    billy birdie birgit björn blaine blair blake blanca blanche bob bobbi bobbie bobby bonita bonnie booker boris boyd brad
    bradford bradley brady brain bram branden brandi brandie brandon brandy brenda brendan brent bret brett brian briana brianna
    bridget bridgett bridgette brigitte britney britta brittany brittney brock brooke bruce bruno bryan bryant bryce bryon buddy
    buford burton byron caio caitlin caleb callie calvin cameron camila camilla camille candace candice candy cara carey cari
    carissa carl carla carlene carlo carlos carlton carly carmela carmella carmelo carmen carol carole carolina caroline carolyn
    carrie carroll carson carter cary caryn casandra casey cassandra cassidy cassie catalina catarina cath catherine cathleen
    cathryn cathy catrina cecelia cecil cecile cecilia cedric celeste celia celina cesar chad chandra chantal charity charlene
    charles charley charlie charlotte charmaine chase chasity chelsea chelsey cheri cherie cherry cheryl chester chiara
    chiranjeevi chong chris christa christi christian christie christina christine christoph christophe christopher christy
    chrystal chuck cindy clair claire clara clare clarence clarice clarissa clark claude claudette claudia claudine clay clayton
    clement cleo cleveland cliff clifford clifton clint clinton clyde clément cody coen colby cole coleen colette colin colleen
    collin concepcion concetta connie connor conor conrad constance consuelo cora corey corina corine corinna corinne cornelia
    cornelius cornell corrine cortney cory courtney coy craig cristiano cristina cruz crystal curt curtis cynthia cyril cyrus
    cédric céline daan dagmar daisy dale dallas dalton damian damien damon dan dana dane danial daniel daniela daniele danielle
    danika danny dante daphne darcy daren darin dario darius darla darlene darnell darrel darrell darren darrin darryl darwin
    darya daryl dave david davis dawn dayna dean deana deann deanna deanne debbie debby debora deborah debra dee deena deepak
    deepika deidra deidre deirdre delbert delia delilah della delma delmar delores deloris demetria demetrius dena denice denis
    denise dennis denny derek derick derrick desiree desmond dessie destiny dev devin devon dewayne dewey dexter diana diane
    diann dianna dianne dick diego dieter dimitri dina dinesh dion dionne dirk dixie dmitri dmitry dollie dolly dolores domingo
    dominic dominick dominik dominique don dona donald donna donnell donnie donny donovan dora doreen doretha doris dorothea
    dorothy dorthy dottie doug douglas doyle drew duane duarte dudley dustin dwayne dwight dylan earl earlene earline earnest
    earnestine ebony ed eddie eddy edgar edith edmond edmund edna eduard eduardo edward edwardo edwin edwina edythe effie efrain
    eileen ekaterina elaine elba elbert elda eldon eleanor eleanore elena eleni eli elia elias elida elif elijah elin elinor
    elisa elisabeth elise elisha eliza elizabeth elke ella ellen elliot elliott ellis elma elmer elnora eloise elsa elsie elton
    elva elvia elvin elvira elvis elwood emanuel emerson emery emil emilia emilie emilio emily emma emmanuel emmett emory enid
    enrico enrique enzo eric erica erick ericka erik erika erin erma erna ernest ernestina ernestine ernesto ernie errol ervin
    erwin esmeralda esperanza esra essie esteban estela estella estelle ester esther eszter ethan ethel etienne etta eugene
    eugenia eula eunice eva evan evangelina evangeline eve evelyn everett ewa ewan fabian fabien fabio fabrice faith fannie
    fanny farah fatima fay faye federico felecia felicia felipe felix femke ferdinand fern fernanda fernando fidel filip filipa
    fiona fletcher flora florence florian florine flossie floyd forrest fran frances francesca francesco francine francis
    francisca francisco frank frankie franklin franziska françois françoise fraser frauke fred freda freddie freddy frederic
    frederick fredrick freida freya frida frieda fritz gabriel gabriela gabriele gabriella gabrielle gail gale galen gareth
    garland garrett garry garth gary gauthier gavin gay gayla gayle gemma gena genaro gene geneva genevieve geoffrey georg
    george georgette georgia georgina gerald geraldine gerard gerardo gerd geri germaine german gerrit gerry gertrud gertrude
    gianluca gianni gilbert gilberto gilda giles gina ginger giovanna giovanni giulia giulio giuseppe gladys glen glenda glenn
    glenna gloria goldie gonzalo goran gordon grace gracie graciela grady graeme graham grant greg gregg gregorio gregory greta
    gretchen grigory griselda grover gráinne guadalupe guido guillaume guillermo gunther gus gussie gustavo guy gwen gwendolyn
    hal haley hallie hamish hannah hannes hans harish harlan harley harold harper harriet harriett harris harrison harry harsh
    harvey hassan hattie hazel heath heather hector heidi heike heiko heinrich helen helena helene helga hendrik henk henrietta
    henrik henry herbert heriberto herman herminia herschel hester hilary hilda hillary hiram hiroshi holger hollie hollis holly
    homer hope horace hortencia howard hubert hugh hugo humberto hung hunter hussain hélène ian ibrahim ida ignacio igor ila
    ilene ilse imelda imogene imran ina ines inez inga ingo ingrid inés iola ira irene irina iris irma irvin irving irwin isaac
    isabel isabella isabelle isaiah isidro ismael israel issac iva ivan ivo ivy jaap jacek jack jackie jacklyn jackson jaclyn
    jacob jacqueline jacquelyn jacques jacquline jade jago jaime jake jakob jakub jamal jame james jami jamie jan jana jane
    janek janell janelle janet janette janice janie janine janis janna jannie jannik jaqueline jared jarrod jarvis jasmin
    jasmine jason jasper javier jay jayne jayson jean jean-pierre jeanette jeanie jeanine jeanna jeanne jeannette jeannie
    jeannine jeff jefferson jeffery jeffrey jeffry jena jenifer jenna jennie jennifer jenny jens jerald jeremiah jeremy jeri
    jermaine jeroen jerome jerri jerry jess jesse jessica jessie jesus jewel jewell jill jillian jim jimmie jimmy jo joan joann
    joanna joanne joaquim joaquin jocelyn jochen jodi jodie jody joe joel joesph joey johan johanna johannes john johnathan
    johnathon johnnie johnny jolene jon jonas jonathan jonathon joni jordan jordi jorge joris jose josef josefa josefina josep
    joseph josephine josh joshua josie josue josé joy joyce joão juan juana juanita judi judith judy julia julian juliana
    julianne julie julien juliet juliette julio julius julián jun june junior justin justina justine jörg jürgen kai kaitlin
    kaitlyn kamal kara karan karen kari karim karin karina karl karla karsten karyn kasey kasia katarina katarzyna kate katelyn
    katharina katharine katherine katheryn kathi kathie kathleen kathrine kathryn kathy katie katina katja katrin katrina katy
    kavita kay kaye kayla keiko keir keisha keith kelley kelli kellie kelly kelsey kelvin ken kendall kendra kendrick kenneth
    kenny kent kenya keri kermit kerri kerry kerstin kevin khalid kieran kim kimberlee kimberley kimberly kiran kirby kirk
    kirsten kitty klaas klaus koen konstantin kris krista kristen kristi kristian kristie kristin kristina kristine kristof
    kristopher kristy krystal krystle krystyna kunal kurt kurtis kyle lacey lacy ladonna lakeisha lakesha lakisha lakshmi lamar
    lamont lana lance landon lane lara larry lars lashonda lasse laszlo latanya latasha latisha latonya latoya latrice laura
    laurel lauren laurence laurent lauri laurie laverne lavonne lawanda lawrence lea leah leandro leann leanna leanne lee leeann
    leigh leila lela leland lelia lena lenora lenore leo leola leon leona leonard leonardo leonel leonie leonor leroy lesa
    lesley leslie lessie lester leta letha leticia letitia levi lewis libby lidia lieke liesbeth lila lilia lilian liliana
    lillian lillie lilly lily lina lincoln linda lindsay lindsey ling linus linwood lionel lisa liz liza lizzie lloyd logan lois
    lola lolita lon lonnie lora loraine loren lorena lorene lorenzo loretta lori lorie lorna lorraine lorrie lotte lottie lou
    louella louie louis louisa louise lourdes lowell loyd luann luc luca lucas lucia lucie lucile lucille lucinda lucy ludovic
    luella luigi luis luisa lukas luke lula lupe luther luuk luz luísa lydia lyle lynda lynette lynn lynne lynnette ma maarten
    mabel mable maciej mack maddie madeleine madeline madelyn madge madison mae magda magdalena maggie magnus mai malcolm
    malinda mallory malte mamie mandy manish manoj manon manuel manuela mara marc marcel marcela marcelino marcella marci marcia
    marcie marcin marco marcos marcus marcy mareike marek marga margaret margarita margaux margery margie margo margot margret
    marguerite mari maria marian mariana marianne mariano maribel maricela marie marieke marietta marija marilyn marina mario
    marion marisa marisol marissa marit maritza marjorie mark marko markus marla marlene marlin marlon marquita marsha marshall
    marta martha martijn martin martina marty marva marvin mary maryann maryanne marybeth maryellen marylou mason massimo matej
    mateo mateus mathew mathieu mathilde matilda mats matt matteo matthew matthias matthieu matthijs mattie maud maude maudie
    maura maureen maurice mauricio maurine maurizio mavis max maxime maxine maxwell may maynard mayra meagan megan meghan mehmet
    mei melanie melba melinda melisa melissa mellisa melody melva melvin menno mercedes meredith merijn merle merlin merrill mia
    micah michael michaela michał micheal michel michele michell michelle michiel mickey miguel mihai mikael mike mikhail mila
    milagros milan mildred miles millard millicent millie milos milton mina mindy minerva minnie miranda miriam mirjam miroslav
    misty mitch mitchell mitzi mo mohamed mohammad mohammed mohit moises mollie molly mona monica monika monique monroe monte
    monty morgan moritz morris moses muriel murray mustafa myra myrna myron myrtle mélanie nadia nadine nan nancy nanette nannie
    naoise naomi natalia natalie natasha nathan nathaniel navya neal ned neha neil nelda nele nell nellie nelly nelson nestor
    nettie neva nicholas nichole nick nickolas nicola nicolas nicole niek niels nikhil nikki niklas nikola nikolai nils nina
    nita noah noe noel noelle noemi nola nolan nona nora norbert noreen norma norman norris numbers nuno octavia octavio odell
    odessa ofelia ola olaf oleg olga olive oliver olivia olivier ollie omar opal ophelia ora orlando orville oscar oskar otis
    otto owen pablo paige pam pamala pamela pansy paola paolo pascal pasquale pat patrica patrice patricia patrick patsy patti
    patty paul paula paulette pauline paulo pavel pearl pearlie pedro peggy penelope penny percy perry pete peter petra phil
    philip philippe phillip phoebe phyllis pia pierre pieter pietro piotr polly pooja pradeep prakash pranav preeti preston
    priscilla priya queen quentin quincy quinton rachael rachel rachelle rachid rae rafael rahul raj rajesh ralf ralph ramesh
    ramiro ramon ramona randal randall randi randolph randy raphael raquel rashid raul ravi ray raymond raymundo reba rebeca
    rebecca rebekah reed reggie regina reginald reiner remi rena renae renate rene renee rené retha reuben reva rex reyna
    reynaldo rhea rhoda rhonda ricardo riccardo richard rick rickey rickie ricky rigoberto rik riley rina rita rob robbie robby
    robert roberta roberto robin robyn rocco rochelle rocio rocky rod roderick rodger rodney rodolfo rodrigo rogelio roger rohan
    rohit roland rolando roman romeo ron ronald ronda ronnie ronny roosevelt rory rosa rosalee rosalia rosalie rosalind
    rosalinda rosalyn rosanna rosanne rosario roscoe rose roseann rosella rosemarie rosemary rosetta rosie roslyn ross rowena
    roxanne roxie roy royce ruben ruby rudolph rudy rufus rui rupert russel russell rusty rutger ruth ruthie ryan régis sabine
    sabrina sadie sallie sally salvador salvatore sam samantha sameer samir sammie sammy samuel sandeep sandra sandrine sandy
    sanford sanjay sanne santiago santos sara sarah sasha saskia satoshi saul saundra savannah scot scott scotty sean sebastian
    selena selina selma serena serge sergei sergey sergio seth shai shana shane shanna shannon shari sharlene sharon sharron
    shaun shauna shawn shawna sheena sheila shelby sheldon shelia shelley shelly shelton sheree sheri sherman sherri sherrie
    sherry sheryl shirley shivya shonda shreya siddharth sidney sierra silas silke silvia simon simone sinead siobhan socorro
    sofia sofie solomon solène son sondra sonia sonja sonny sonya sophia sophie spencer stacey staci stacie stacy stan stanley
    stefan stefania stefanie stefano steffen stella stephan stephanie stephen sterling steve steven stevie stewart stijn stuart
    sue summer sunil suresh susan susana susanna susanne susie suzanne suzette sven svenja svetlana sybil sydney sylvain
    sylvester sylvia sylvie sébastien sören tabatha tabitha tamara tameka tamera tami tamika tammi tammie tammy tamra tania
    tanisha tanja tanya tara tarek taryn tasha tatiana taya taylor ted teddy terence teresa teresita teri terra terrance terrell
    terrence terri terrie terry tessa teun thaddeus thelma theo theodora theodore theresa therese theron thibault thierry thijs
    thomas thorsten thurman tia tiago tiffany till tillie tim timmy timo timothy tina tisha tobias toby todd tom tomas tomasz
    tommie tommy toni tonia tony tonya tori torsten tracey traci tracie tracy travis trent trenton treva trevor tricia trina
    trisha tristan troy trudy truman tuhin twila ty tyler tyrone tyson ulrich ulrike ulysses umar ursula uta ute uwe valarie
    valentina valeria valerie valérie van vance vanessa varun vaughn velma vera vern verna vernon veronica vicente vicki vickie
    vicky victor victoria vikram viktor vilma vince vincent vineet viola violet virgie virgil virgina virginia virginie vito
    vivek vivian vladimir vonda wade wallace walter wanda ward warren wayne wei weldon wendell wendi wendy werner wesley whitney
    wiebke wilbert wilbur wilda wiley wilford wilfred wilfredo wilhelm wilhelmina will willa willard willem william williams
    willie willis wilma wilmer wilson wim winfred winifred winnie winston wm wolfgang woodrow wouter xavier xiao yann yannick
    yara yasmin yesenia yolanda yong young yuki yuri yusuf yves yvette yvonne zachary zachery zelda zelma zoe zofia zoë zuzana
    """.split()
)
