"""Common given names of a dozen languages, lower case; names that are everyday words are left out."""

GIVEN_NAMES: frozenset[str] = frozenset(
    """
    aaron abdul abigail adam adriana adrian agnes ahmed aisha akira alan albert alberto alejandra alejandro
    aleksandra alex alexander alexandra alexis alfred ali alice alicia alina allison amanda amelia amelie amina
    amir amy ana anastasia anders andre andrea andreas andrei andrew andy angela angelica angelo anita anke ann
    anna anne annette annika anouk anthony antoine anton antonia antonio anya arjun arthur asha ashley astrid
    audrey aurora ayse barbara bart bastian beatrice beatriz ben benjamin benoit bernard bernd bianca birgit bjorn
    bob bogdan boris brandon brenda brian bridget bruno camila camille carina carla carlos carmen carol carolina
    caroline catherine cathy cecilia celine charles charlotte chiara chloe chris christian christiane christina
    christine christoph christopher ciara claire clara claude claudia claudio clemens colin connor cristian
    cristina cynthia damian daniel daniela danielle danny dario darren david dawid debbie deborah denis denise
    dennis derek diana diego dieter dimitri dmitri dominic dominik don donald donna dorothy doug douglas duncan
    dylan ebony eduardo edward edwin eileen elena eleanor elias elif elisa elisabeth elise elizabeth ella ellen
    elsa emanuel emil emilia emilie emily emma emmanuel enrique eric erica erik erika erin ernst esteban esther
    ethan eugene eva evelyn ewa fabian fatima federica federico felipe felix fernanda fernando filip fiona florian
    frances francesca francesco francisco frank franziska fred frederic frederik fritz gabriel gabriela gareth
    gary gavin genevieve geoff george georg georgia gerald gerard gerhard gianni gilbert gina giorgia giorgio
    giovanni giulia giuseppe gloria gonzalo gordon graham greg gregory greta guillaume guillermo gunther gustav
    hannah hanna hans harald harold harry hassan heather hector heidi heike heinrich heinz helen helena helene
    helga helmut henri henrik henry herbert hiroshi holger hugo ian ibrahim ilse ines ingrid irene irina isaac
    isabel isabella isabelle ivan ivana jack jackie jacob jacqueline jacques jakob jakub james jamie jan jana jane
    janet janine jason javier jean jeff jeffrey jennifer jens jeremy jerome jessica jill jim jimmy joan joanna
    joanne joao joel johan johanna johannes john johnny jon jonas jonathan jorge jose josef joseph josephine
    joshua juan juana judith julia julian juliana julie julien juliette jurgen justin kai karen karim karin karl
    karolina kasper katarina kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kayla
    keiko keith kelly ken kenji kenneth kerstin kevin kim kimberly klaus konrad kristen kristian kristin kristina
    krzysztof kurt kyle lars laszlo laura lauren laurent lea leah lee lena leo leon leonardo leonie leroy leslie
    liam lidia lina linda lisa lorenzo lothar louis louise luc luca lucas lucia lucie luciana lucy ludwig luis
    luisa luise lukas luke lydia maciej madeleine magda magdalena malik manfred manon manuel manuela marc marcel
    marcello marco marcos marcus margaret margarita maria mariam mariana marianne marie marina mario marion
    marisol marlene marta martha martin martina mary maryam mateo mathias mathieu mathilde matteo matthew matthias
    matthieu maureen maurice max maximilian megan mehmet mei melanie melissa mercedes mia micah michael michaela
    michal michel michele michelle miguel mikael mike mikkel milan milena miriam mohamed mohammad mohammed moritz
    muhammad mustafa nadia nadine nancy naomi natalia natalie natasha nathan nathalie neil nele nicholas nick
    nicola nicolas nicole niels nigel nikita niklas nikolai nils nina noah noel nora norbert olga oliver olivia
    olivier olof omar oscar oskar osman otto owen pablo paola paolo pascal patricia patrick patrik paul paula
    pauline paulo pavel pawel pedro peggy peter petra phil philip philipp philippe phillip pierre pietro pilar
    priya rachel rafael rahul rainer ralf ralph ramon raquel raul raymond rebecca regina renate renato rene
    ricardo richard rita robert roberta roberto robin rodrigo roger roland rolf ronald rosa rosalie rosemary rosie
    ruben rudolf rupert russell ruth ryan sabine sabrina salma salvatore sam samantha samira samuel sandra
    santiago sara sarah sascha sean sebastian serena sergei sergio shane shannon sharon sheila shirley silke
    silvia simon simona simone sofia sonia sonja sophia sophie soren stacy stanley stefan stefania stefanie stella
    stephan stephane stephanie stephen steve steven stuart susan susana susanne suzanne sven svetlana sylvia
    sylvie tamara tanja tanya tatiana teresa teri thea theo theodor theresa thomas tiffany tim timothy tina tobias
    todd tom tomas tomasz tommy toni tony torsten tracy tristan tyler udo ulrich ulrike ursula ute uwe valentina
    valeria valerie vanessa vera veronica veronika victor victoria viktor viktoria vincent vincenzo virginia
    vladimir walter waltraud wanda wayne wendy werner wilhelm william wolfgang xavier yannick yasmin yolanda yuki
    yusuf yvonne zachary zoe zofia
    """.split()  # noqa: SIM905 (a block of words stays readable)
)
