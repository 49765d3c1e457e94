"""How a dispute stands after what was granted, proved wrong or counted on; causes, states, and what somebody was told."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

Texts = tuple[tuple[str, str], ...]


def _standing(texts: Texts) -> list[str]:
    """Give how each dispute of these reports stands, each of its day and of another outlet."""
    reports = [Report(f"r{n}", text, outlet=f"Outlet{n}", published=day) for n, (day, text) in enumerate(texts)]
    return [c.status for c in compare(reports, read(reports)).conflicts]


GRANTED = (
    ((("2031-05-12", "The dairy denied that its milk had been watered down."), ("2031-05-12", "Farmers said that the dairy had watered down its milk."), ("2031-05-18", "The dairy does not deny that its milk was watered down.")), "superseded", "who does not deny it grants it"),
    ((("2031-05-12", "Jon Beck denied that he had sold the horse."), ("2031-05-12", "Stable hands said that Jon Beck had sold the horse."), ("2031-05-18", "Jon Beck still denies that he sold the horse.")), "open", "who still denies it grants nothing"),
    ((("2031-05-12", "Jon Beck denied that he had sold the horse."), ("2031-05-12", "Stable hands said that Jon Beck had sold the horse."), ("2031-05-18", "Jon Beck neither confirmed nor denied that he sold the horse.")), "open", "neither is no grant"),
    ((("2031-05-12", "Jon Beck denied that he had sold the horse."), ("2031-05-12", "Stable hands said that Jon Beck had sold the horse."), ("2031-05-18", "Jon Beck does not deny that he loved the horse.")), "open", "another deed is granted"),
    ((("2031-05-12", "Jon Beck denied that he had sold the horse."), ("2031-05-12", "Stable hands said that Jon Beck had sold the horse."), ("2031-05-18", "Olga Rehn does not deny that she sold her cow.")), "open", "another grants another thing"),
    ((("2031-05-12", "Jon Beck denied that he had sold the horse."), ("2031-05-12", "Stable hands said that Jon Beck had sold the horse."), ("2031-05-18", "Jon Beck would not confirm or deny that he sold the horse.")), "open", "would not say"),
    ((("2031-05-18", "Jon Beck no longer denies that he sold the horse."),), "none", "nobody told it otherwise"),
    ((("2031-05-12", "Stable hands said that Jon Beck had sold the horse."), ("2031-05-18", "Jon Beck does not dispute that he sold the horse.")), "none", "both say so"),
    ((("2031-05-12", "The climber Ada Voss was found alive, a radio station said. The rescuers said that nobody had been found."), ("2031-05-15", "The report that Ada Voss had been found alive proved wrong.")), "superseded", "the report proved wrong"),
    ((("2031-05-12", "A newspaper said the singer Rolf Egge had been arrested in Malm."), ("2031-05-12", "His manager denied that Rolf Egge had been arrested in Malm."), ("2031-05-15", "Last week’s report that Rolf Egge had been arrested in Malm turned out to be false.")), "superseded", "it turned out to be false"),
    ((("2031-05-12", "Two kiosk owners said that the cinema in Lund had been sold."), ("2031-05-14", "The claim that the cinema in Lund had been sold proved unfounded.")), "superseded", "it proved unfounded"),
    ((("2031-05-12", "Two kiosk owners said that the cinema in Lund had been sold."), ("2031-05-14", "The council said that the claim that the cinema in Lund had been sold was false.")), "open", "only somebody says so"),
    ((("2031-05-12", "Two kiosk owners said that the cinema in Lund had been sold."), ("2031-05-14", "The claim that the cinema in Malm had been painted proved false.")), "none", "another claim proved false"),
    ((("2031-05-14", "The claim that the cinema in Lund had been sold proved false."), ("2031-05-16", "Two kiosk owners said that the cinema in Lund had been sold.")), "open", "told again later"),
    ((("2031-05-12", "A station said that the skipper had been caught in Elmland. The police of Elmland said no such man had come."), ("2031-05-15", "A report last week that the skipper had been held in Elmland proved wrong.")), "superseded", "told in other words"),
    ((("2031-05-12", "The claim that the cinema had been sold proved right."),), "none", "it proved right"),
)  # fmt: skip

COUNTED_ON = (
    ((("2031-05-12", "Nine skiers were killed by the avalanche above Lenz, the police said. The rescuers said that 14 skiers had been killed."), ("2031-05-15", "The avalanche above Lenz killed 22 skiers, the police said.")), "superseded", "a toll went on"),
    ((("2031-05-12", "Forty people are missing after the avalanche above Lenz, the police said. The hotel said 55 people were missing."), ("2031-05-15", "Eleven people are still missing after the avalanche above Lenz, the police said.")), "superseded", "fewer are missing"),
    ((("2031-05-12", "Nine skiers were killed by the avalanche above Lenz, the police said. The rescuers said that 14 skiers had been killed."), ("2031-05-15", "The avalanche above Lenz killed 14 skiers, the rescuers said.")), "open", "the higher of both holds"),
    ((("2031-05-12", "Two skiers were killed by the avalanche above Lenz, the police said. The rescuers said that 14 skiers had been killed."), ("2031-05-15", "The avalanche above Lenz killed 22 skiers, the rescuers said.")), "open", "too far apart for a toll that rises"),
    ((("2031-05-12", "Nine skiers were killed by the avalanche above Lenz, the police said. The rescuers said that 14 skiers had been killed."), ("2031-05-15", "The avalanche above Lenz hurt 22 skiers, the police said.")), "open", "others are hurt"),
    ((("2031-05-12", "The strike shut 40 schools, the ministry said. The union said 60 schools were shut."), ("2031-05-15", "The strike shut 90 schools, the ministry said.")), "open", "nothing befell schools"),
    ((("2031-05-12", "Nine skiers were killed by the avalanche above Lenz, the police said. The rescuers said that 14 skiers had been killed."), ("2031-05-12", "The avalanche above Lenz killed 22 skiers, the mayor said.")), "open", "of the same day"),
    ((("2031-05-12", "Nine skiers were killed by the avalanche above Lenz, the police said. The rescuers said that 14 skiers had been killed."), ("2031-05-15", "The avalanche above Lenz may have killed 22 skiers, the police said.")), "open", "only perhaps"),
    ((("2031-05-12", "Nine skiers were killed by the avalanche above Lenz, the police said. The rescuers said that 14 skiers had been killed."), ("2031-05-15", "A bus crash in Malm killed 22 tourists, the police said.")), "open", "another mishap"),
)  # fmt: skip

CAUSES = (
    ((("2031-05-12", "The grid operator blamed a squirrel for the blackout in Lund. Engineers blamed the blackout on a worn cable."),), "open", "two blame two things"),
    ((("2031-05-12", "The outbreak of fever at the Rosedale school was caused by eggs, the canteen said."), ("2031-05-13", "The inspectors attributed the outbreak at the Rosedale school to bad water.")), "open", "one outbreak, though it has no name"),
    ((("2031-05-12", "The derailment near Malm was caused by a broken rail, the railway said. The drivers’ union said that speed had caused the derailment."),), "open", "two causes"),
    ((("2031-05-12", "The crash was caused by ice on the wings, the airline said. Investigators said the crash was caused by an engine that failed."),), "open", "two causes of a crash"),
    ((("2031-05-12", "The blackout in Lund was caused by a squirrel, the operator said."), ("2031-05-13", "Engineers blamed the blackout in Malm on a worn cable.")), "none", "two places"),
    ((("2031-05-12", "The fire was caused by a cable, the owner said. The fire caused great damage, the mayor said."),), "none", "what it caused"),
    ((("2031-05-12", "The blackout in Lund was caused by a squirrel, the operator said."), ("2031-05-13", "The mayor blamed the operator for the slow repair after the blackout in Lund.")), "none", "another deed is blamed"),
    ((("2031-05-12", "The blaze was caused by an oven, the owner said. Firemen said a faulty oven had started the blaze."),), "none", "one cause"),
    ((("2031-05-12", "The crash may have been caused by ice, a newspaper wrote. Investigators said the crash caused a jam."),), "none", "what it caused, not by what"),
    ((("2031-05-12", "The union blamed the strike on low pay. The ministry blamed the blackout on the strike."),), "none", "two mishaps"),
    ((("2031-05-12", "The outbreak was caused by a virus, doctors said. The parents blamed the headmaster for the outbreak."),), "none", "whose fault it is"),
    ((("2031-05-12", "The collapse of the stand was caused by rust, the club said. The collapse of the talks was caused by the club, the union said."),), "none", "two collapses"),
    ((("2031-05-12", "The fire in Lund began in the kitchen, firemen said. The owner said the fire began at noon."),), "none", "where and when"),
    ((("2031-05-12", "The crash was caused by a fault in the left engine, the airline said. Investigators said the fault was caused by ice."),), "none", "the cause of the cause"),
)  # fmt: skip

STATES = (
    ((("2031-05-12", "The letter is genuine, the historian Ada Voss said."), ("2031-05-13", "The archive said that the letter was a forgery.")), "open", "a forgery"),
    ((("2031-05-12", "The purported diary is a fabrication, the family said. Two experts confirmed that the diary is authentic."),), "open", "a fabrication"),
    ((("2031-05-12", "The foam on the beach is harmless, the council said. The anglers’ club said that the foam was toxic."),), "open", "toxic"),
    ((("2031-05-12", "The driver was drunk, the police said. His lawyer said that the driver was sober."),), "open", "drunk or sober"),
    ((("2031-05-12", "The passport was valid, the embassy said. The airline said that the passport had expired."),), "open", "expired"),
    ((("2031-05-12", "The tape is a hoax, the singer’s manager said. The station said that the tape was real."),), "open", "a hoax"),
    ((("2031-05-12", "The bridge was sound, the council said. The engineers’ chamber said that the bridge was unsafe."),), "open", "sound or unsafe"),
    ((("2031-05-12", "The signature on the will was forged, the sister said. A notary said that the signature was genuine."),), "open", "forged"),
    ((("2031-05-12", "The resignation was voluntary, the bank said. Staff said that the resignation had been forced."),), "open", "forced"),
    ((("2031-05-12", "The painting was a copy, the museum said. The insurer said that the painting was an original."),), "open", "a copy"),
    ((("2031-05-12", "The march was peaceful, the organisers said. Police said that the march was violent."),), "open", "peaceful or violent"),
    ((("2031-05-12", "The patient was conscious, the nurse said. The doctor said that the patient had been unconscious."),), "open", "conscious"),
    ((("2031-05-12", "The letter is genuine, the historian said. The archive said that the stamp was a forgery."),), "none", "another thing is forged"),
    ((("2031-05-12", "The foam on the beach is harmless, the council said. The club said that the gas was toxic."),), "none", "foam and gas"),
    ((("2031-05-12", "The driver of the bus was drunk, the police said. The driver of the car was sober, his lawyer said."),), "none", "two drivers"),
    ((("2031-05-12", "The march on Monday was peaceful, the police said. The march on Tuesday was violent, the police chief of Malm said."),), "none", "two marches"),
    ((("2031-05-12", "The passport was valid, the embassy said. The airline said that the visa had expired."),), "none", "passport and visa"),
    ((("2031-05-12", "The patient was conscious on Monday, the nurse said."), ("2031-05-16", "The patient was unconscious on Friday, the doctor said.")), "none", "on two days"),
    ((("2031-05-12", "The resignation was voluntary, the bank said. Staff said that the landing had been forced."),), "none", "resignation and landing"),
    ((("2031-05-12", "The painting in the hall was a copy, the museum said. The painting in the attic was an original, the insurer said."),), "none", "two paintings"),
    ((("2031-05-12", "The tape is real, the station said. The manager said that the tape was long."),), "none", "long is no contrary"),
)  # fmt: skip

TOLD = (
    ((("2031-05-12", "The gas company was warned of the leak in Elm Street three times, the nursery said."), ("2031-05-13", "The gas company said that nobody had ever told it of a leak in Elm Street.")), "open", "nobody told it"),
    ((("2031-05-12", "The gas company was warned of the leak in Elm Street, the nursery said. The gas company said that nobody had told it of a leak."),), "open", "nobody told it, beside"),
    ((("2031-05-12", "Neighbours said that the nursery had complained to the gas company of a smell for weeks. The gas company said it had received no complaint."),), "open", "no complaint"),
    ((("2031-05-12", "The skipper said that the harbour had not informed him of the wreck. The harbour master said that the skipper had been told of the wreck at noon."),), "open", "him who says so"),
    ((("2031-05-12", "The widow said that the clinic had never told her of the risk of the drug."), ("2031-05-14", "The clinic said that its doctors had informed the widow of the risk of the drug in March.")), "open", "her, in another report"),
    ((("2031-05-12", "The farmers said they had been given no notice of the blasting. The quarry said that it had sent notice of the blasting to the farmers."),), "open", "no notice"),
    ((("2031-05-12", "The referee said that nobody had shown him the tape. The league said that the tape had been shown to the referee at noon."),), "open", "nobody showed it"),
    ((("2031-05-12", "The mayor said he had asked the army for help twice. The army said it had received no request for help."),), "open", "no request"),
    ((("2031-05-12", "The gas company was warned of the leak in Elm Street, the nursery said. The water company said that nobody had told it of a leak."),), "none", "another company"),
    ((("2031-05-12", "The skipper said that nobody had told him of the prize. The harbour master said that the skipper had been told of the wreck."),), "none", "of another matter"),
    ((("2031-05-12", "The widow said that the clinic had never told her of the risk. The clinic told reporters that it was sorry."),), "none", "told reporters"),
    ((("2031-05-12", "The coach said that nobody told him what to do. The club said that it had told the players of the sale."),), "none", "others, of something else"),
    ((("2031-05-12", "The council said that no report had reached it. The teachers said they had written a report on the roof for the bank."),), "none", "a report for another"),
    ((("2031-05-12", "The farmers said they had been given no money. The quarry said that it had sent notice of the blasting to the mayor."),), "none", "money is no notice"),
    ((("2031-05-12", "The referee said that nobody had shown him the tape. The league said that the tape had been shown to the players at noon."),), "none", "shown to others"),
    ((("2031-05-12", "Neighbours complained of the smell, the nursery said. The gas company said it had received no answer from the council."),), "none", "no answer is no complaint"),
)  # fmt: skip


NUMBERS = (
    ((("2031-05-12", "How many pupils were in the burning school is disputed. The headmaster says 41. The parents’ committee puts it at 60 and says it has the names."),), "open", "put at"),
    ((("2031-05-12", "How many sailed? The owner says 12. The harbour master put it at 30."),), "open", "asked and put at"),
    ((("2031-05-12", "Thirty miners were trapped, the owner said. The governor puts it at 44."),), "open", "it is put at"),
    ((("2031-05-12", "The police put the crowd at 9,000. The club stuck to 12,000."),), "open", "stuck to"),
    ((("2031-05-12", "How many babies died is not agreed. Dr Berg says 11. A nurse said it was seven."),), "open", "of two who were asked"),
    ((("2031-05-12", "The stadium said 9,000 people came. The true figure was closer to 4,000, the police said."),), "open", "closer to"),
    ((("2031-05-12", "How many sailed is not known. The owner is 61. The harbour master is 58."),), "none", "ages"),
    ((("2031-05-12", "How many sailed is not known. The owner says the ferry left at 9. The harbour master says it left pier 12."),), "none", "an hour and a pier"),
    ((("2031-05-12", "How many sailed? The owner says 12. The harbour master sold 30 tickets for the museum."),), "none", "tickets for another place"),
    ((("2031-05-12", "Forty miners were trapped, the owner said. The shop sells lamps and puts them at 44 crowns."),), "none", "a price"),
    ((("2031-05-12", "How many sailed? The owner says 12. The harbour master says 12."),), "none", "both say so"),
    ((("2031-05-12", "How many pupils sat the test? The headmaster says 41. How many teachers came? The headmaster's wife says 6."),), "none", "two questions"),
)  # fmt: skip

# what a later report recalls as said first, and what it tells to have proved wrong in another word
FIRST = (
    ((("2031-05-05", "The bank said on Monday that the letter was a forgery. Two clerks said that the letter was genuine."), ("2031-05-08", "Having first branded the letter a forgery, the bank said on Thursday that it was a draft.")), "superseded", "having first branded"),
    ((("2031-05-05", "The navy said on Monday that no submarine had been near Sarre. Fishermen said that a submarine had been near Sarre."), ("2031-05-09", "At first the navy said that no submarine had been near Sarre. On Friday it conceded that one had passed the island.")), "superseded", "at first said, later conceded"),
    ((("2031-05-05", "The ministry dismissed the tape as fake. Two officers confirmed that the tape was authentic."), ("2031-05-12", "The ministry, which had originally dismissed the tape as fake, said on Monday that it had been cut.")), "superseded", "originally dismissed as fake"),
    ((("2031-05-05", "The firm said that the foam was harmless. Anglers said that the foam was toxic."), ("2031-05-12", "The firm, which had at first said that the foam was harmless, closed the beach on Monday.")), "superseded", "the firm no longer says harmless"),
    ((("2031-05-05", "The bank said on Monday that the letter was a forgery. Two clerks said that the letter was genuine."), ("2031-05-08", "Having first branded the cheque a forgery, the bank paid it on Thursday.")), "open", "first for another thing"),
    ((("2031-05-05", "The bank said on Monday that the letter was a forgery. Two clerks said that the letter was genuine."), ("2031-05-08", "The police, who had first called the letter a forgery, went home.")), "open", "first by another voice"),
    ((("2031-05-05", "The bank said on Monday that the letter was a forgery. Two clerks said that the letter was genuine."), ("2031-05-08", "The bank, which was the first to say that the letter was a forgery, said so again on Thursday.")), "open", "repeats what it first said"),
    ((("2031-05-05", "The bank said on Monday that the letter was a forgery. Two clerks said that the letter was genuine."), ("2031-05-08", "For the first time the bank said before a court that the letter was a forgery.")), "open", "first time said"),
    ((("2031-05-05", "The firm said that the foam was harmless. Anglers said that the foam was toxic."), ("2031-05-12", "“First, the foam is harmless,” the firm said on Monday. “Second, it is gone.”")), "open", "first of all"),
    ((("2031-05-05", "The ministry dismissed the tape as fake. Two officers confirmed that the tape was authentic."), ("2031-05-12", "The ministry, which last week dismissed the tape as fake, did not comment on Monday.")), "open", "earlier said, still"),
    ((("2031-05-12", "A radio station said that the banker Otto Hain had been detained at the airport in Lome. The police of Togo said that no such man had come."), ("2031-05-18", "A report last week that Otto Hain had been caught in Togo proved wrong.")), "superseded", "caught proved wrong"),
    ((("2031-05-12", "A newspaper said that the poacher Nils Aho had been arrested at the port of Tarn. The police of Tarn denied that Nils Aho had been arrested."), ("2031-05-18", "The report that Nils Aho had been seized at Tarn turned out to be unfounded.")), "superseded", "seized proved unfounded"),
    ((("2031-05-12", "A radio station said that the banker Otto Hain had been detained at the airport in Lome. The police of Togo said that no such man had come."), ("2031-05-18", "A report last week that Karl Ruf had been caught in Togo proved wrong.")), "open", "another man's proved wrong"),
    ((("2031-05-12", "A radio station said that the banker Otto Hain had been detained at the airport in Lome. The police of Togo said that no such man had come."), ("2031-05-18", "A report last week that Otto Hain had married in Togo proved wrong.")), "open", "another deed's proved wrong"),
)  # fmt: skip

# what a body says, and what its spokesman says later
BODIES = (
    ((("2031-04-02", "The army denied on Monday that its troops had entered the hospital at Karm. Nurses said that soldiers had entered the hospital at Karm."), ("2031-04-05", "Army spokesman Col. Tarek Aziz said on Thursday that troops had entered the hospital at Karm by mistake.")), "superseded", "army denies, spokesman admits"),
    ((("2031-04-02", "Skyway Air spokeswoman Gwen Hale said on Monday that the engine had been checked."), ("2031-04-06", "Skyway Air said on Friday that the engine had not been checked, contrary to what it had said.")), "superseded", "spokesman says X, body says not X"),
    ((("2031-04-02", "A health ministry spokeswoman said on Monday that no pupils had fallen ill at Rosedale."), ("2031-04-05", "The health ministry said on Thursday that six pupils had fallen ill at Rosedale.")), "superseded", "ministry spokeswoman: nobody ill; ministry: six ill"),
    ((("2031-04-02", "Police spokesman Olaf Hagen said on Monday that Rolf Egge had robbed the bank at Lund."), ("2031-04-09", "Police in Lund said on Monday that Rolf Egge had not robbed the bank at Lund and had been freed.")), "superseded", "police spokesman names man; police clear him"),
    ((("2031-04-02", "In a statement on Monday, Elm Foods said that none of its milk was tainted. Two dairies said that the milk of Elm Foods was tainted."), ("2031-04-06", "Paul Rade, a spokesman for Elm Foods, acknowledged on Friday that some of its milk was tainted.")), "superseded", "statement of company, later its spokesman"),
    ((("2031-04-02", "Interior ministry spokesman Jan Kolb said on Monday that the bus had been hit by a rocket."), ("2031-04-05", "Interior ministry spokeswoman Lena Dorn said on Thursday that the bus had not been hit by a rocket.")), "superseded", "two spokesmen: first so then other"),
    ((("2031-04-02", "The prison service denied on Monday that three men had escaped from Sill jail. A guard said that three men had escaped from Sill jail."), ("2031-04-05", "A spokesman for the prison service confirmed on Thursday that three men had escaped from Sill jail.")), "superseded", "hospital: denied escape"),
    ((("2031-04-02", "The army denied on Monday that its troops had entered the hospital at Karm. Nurses said that soldiers had entered the hospital at Karm."), ("2031-04-05", "Rebel spokesman Idris Naal said on Thursday that troops had entered the hospital at Karm.")), "open", "other body's spokesman admits"),
    ((("2031-04-02", "The army denied on Monday that its troops had entered the hospital at Karm. Nurses said that soldiers had entered the hospital at Karm."), ("2031-04-05", "Former army spokesman Tarek Aziz said on Thursday that troops had entered the hospital at Karm.")), "open", "former spokesman says"),
    ((("2031-04-02", "The army denied on Monday that its troops had entered the hospital at Karm. Nurses said that soldiers had entered the hospital at Karm."), ("2031-04-05", "Army spokesman Col. Tarek Aziz again denied on Thursday that troops had entered the hospital at Karm.")), "open", "spokesman repeats denial"),
    ((("2031-04-02", "The army denied on Monday that its troops had entered the hospital at Karm. Nurses said that soldiers had entered the hospital at Karm."), ("2031-04-05", "Army spokesman Col. Tarek Aziz said on Thursday that troops had entered the market at Lund.")), "open", "spokesman admits other place"),
    ((("2031-04-02", "Police in Lund said on Monday that Rolf Egge had robbed the bank. Rolf Egge denied robbing the bank."), ("2031-04-09", "Malm police spokesman Ned Orr said on Monday that a man had not paid for his meal.")), "open", "police of another town"),
    ((("2031-04-02", "Company spokesman Paul Rade said on Monday that the plant was safe. Union spokesman Karl Ott said that the plant was not safe."),), "open", "union against company spokesmen"),
    ((("2031-04-02", "Rolf Egge said on Monday that he had been at home. Police said that he had not been at home."), ("2031-04-05", "Egge’s lawyer Ann Holm said that the police had lied.")), "open", "lawyer contradicts client"),
    ((("2031-04-02", "The ministry said on Monday that six pupils had fallen ill at Rosedale."), ("2031-04-05", "A ministry spokesman said on Thursday that six pupils had fallen ill at Rosedale.")), "none", "spokesman twice the same"),
    ((("2031-04-02", "The army said on Monday that at least 6 soldiers had died at Karm."), ("2031-04-05", "An army spokesman said on Thursday that at least 9 soldiers had died at Karm.")), "none", "toll rises, spokesman"),
    ((("2031-04-02", "The army said on Monday that the village was empty when it was shelled."), ("2031-04-05", "General Omar Said, who left the army in March, said that the village was not empty when it was shelled.")), "open", "general against army"),
)  # fmt: skip

# what is refused and not denied, two sums of two, what is more than so, what nobody believed
OF_TWO = (
    ((("2031-05-12", "The prosecutor denied an offer by Nils Aho to plead guilty in exchange for a life sentence. Lawyers said that Nils Aho offered to plead guilty in exchange for a life sentence."),), "none", "denied an offer"),
    ((("2031-05-12", "The council denied a request by the fishermen for a new quay, the mayor said. The fishermen said that they had requested a new quay."),), "none", "denied a request"),
    ((("2031-05-12", "Guards denied the inspectors entry to the plant. The inspectors said that they had asked for entry to the plant."),), "none", "denied them entry"),
    ((("2031-05-12", "A judge denied bail for Nils Aho. His lawyer said that Nils Aho had asked for bail."),), "none", "denied bail"),
    ((("2031-05-12", "The prosecutor denied an accusation by Nils Aho that she had offered him a deal. Lawyers said that she had offered Nils Aho a deal."),), "open", "denied an accusation stays"),
    ((("2031-05-12", "The prosecutor denied that she had offered Nils Aho a deal. Lawyers said that she had offered Nils Aho a deal."),), "open", "denied making an offer stays"),
    ((("2031-05-12", "Ten senators gathered outside the hall on Monday, the clerk said."), ("2031-05-12", "The pact was backed by 33 senators on Monday, the union said.")), "none", "two sets of senators"),
    ((("2031-05-12", "The Rovers offered 160 million crowns for the striker Ola Finn, an agent said."), ("2031-05-12", "The Wanderers offered 200 million crowns for the striker Ola Finn, a source said.")), "none", "two bidders"),
    ((("2031-05-12", "The Rovers offered 160 million crowns for the striker Ola Finn, an agent said."), ("2031-05-12", "The Rovers offered 200 million crowns for the striker Ola Finn, a source said.")), "open", "one bidder"),
    ((("2031-05-12", "Damage to the church was put at 1 million dollars (1.5 million euros), police said."), ("2031-05-12", "Damage to the church was put at 1 million dollars, firemen said.")), "none", "a sum and its like in another money"),
    ((("2031-05-12", "The jury was split nine to three, with nine voting for guilty and three voting for not guilty, the clerk said."), ("2031-05-12", "The two women were among the nine voting for guilty, a lawyer said.")), "none", "parts of a vote"),
    ((("2031-05-12", "Nine miners were killed in the shaft, the owner said. The union said that 50 miners were killed in the shaft."),), "open", "how many killed stays"),
    ((("2031-05-12", "Ada Voss said: “Saving the reef isn't just about fish, it's about our coast.”"), ("2031-05-12", "The minister said: “Saving the reef is about fish.”")), "none", "not just"),
    ((("2031-05-12", "The flood did not only destroy the mill, the mayor said. The flood destroyed the mill, residents said."),), "none", "not only"),
    ((("2031-05-12", "The flood did not destroy the mill, the mayor said. The flood destroyed the mill, residents said."),), "open", "not stays"),
    ((("2031-05-12", "The council at first recommended that residents boil their water, but later said that the water smelled."),), "none", "recommended first"),
    ((("2031-05-12", "The firm initially said that all users were safe, but admitted that ten users had been robbed."),), "superseded", "said first stays"),
    ((("2031-05-12", "Both promised to close the border before talks. “This is the lie that he lives on,” Ruf said: that Beck is tougher than anybody."),), "none", "the lie: that"),
    ((("2031-05-12", "Beck said that he had closed the border. “This is a lie,” Ruf said."),), "open", "a lie before stays"),
    ((("2031-05-12", "Yvonne Hale said that she was being poisoned, but no one believed her story."),), "none", "no one believed"),
    ((("2031-05-12", "The clerk said that the bank was empty. Nobody believed him."),), "none", "nobody believed him"),
    ((("2031-05-12", "Piet Vos served four months in prison, the Post wrote."), ("2031-05-12", "Piet Vos served four and a half months in prison, the Mail wrote.")), "none", "four months, four and a half"),
    ((("2031-05-12", "Piet Vos served four months in prison, the court said."), ("2031-05-12", "Piet Vos served nine months in prison, his lawyer said.")), "open", "four months, nine months"),
    ((("2031-05-12", "The siege lasted two hours, police said."), ("2031-05-12", "The siege lasted two and a half hours, residents said.")), "none", "an hour, an hour and a half"),
)  # fmt: skip

# who did it, of what somebody died, who is still held
WHO = (
    ((("2031-05-12", "Soldiers planted the bomb in the market of Karm, a nurse said. Rebels planted the bomb in the market of Karm, the army said."),), "open", "who planted the bomb"),
    ((("2031-05-12", "The bomb at the station in Lund was planted by the Red Front, police said."), ("2031-05-13", "The Red Front said that secret agents had planted the bomb at the station in Lund.")), "open", "who planted, by two reports"),
    ((("2031-05-12", "Guards shot the miner Karl Ott at the gate, his brother said. The company said that Karl Ott was shot by a striker."),), "open", "who shot, role against body"),
    ((("2031-05-12", "Farmers set fire to the mill in Tarn, the owner said. The miller said that the owner himself had set fire to the mill in Tarn."),), "open", "who burned"),
    ((("2031-05-12", "The horses at Elm were killed by a virus, the vet said. A laboratory said that poison, and not a virus, had killed the horses at Elm."),), "open", "poison and not a virus"),
    ((("2031-05-12", "The singer Maia Lund died of a heart attack, her manager said."), ("2031-05-13", "The singer Maia Lund died of an overdose, police said.")), "open", "died of"),
    ((("2031-05-12", "The pilot Ines Calder has been freed, the ministry said."), ("2031-05-12", "The pilot Ines Calder is still being held, the rebels said.")), "open", "freed, still held"),
    ((("2031-05-12", "The editor Bo Lind was released on Monday, the government said."), ("2031-05-12", "The editor Bo Lind remains in jail, his wife said.")), "open", "released, in jail"),
    ((("2031-05-12", "Soldiers planted a bomb in the market of Karm, a nurse said. Rebels planted a bomb at the port of Lund, the army said."),), "none", "two bombs"),
    ((("2031-05-12", "Police shot the student Omar Fell, two friends said."), ("2031-05-12", "Two officers shot the student Omar Fell, a lawyer said.")), "none", "police and officers"),
    ((("2031-05-12", "Police shot the student Omar Fell, two friends said."), ("2031-05-12", "Sergeant Idris Naal shot the student Omar Fell, a lawyer said.")), "none", "police and a named officer"),
    ((("2031-05-12", "Soldiers planted the mine near Karm, a nurse said. The army planted the mine near Karm, the rebels said."),), "none", "soldiers and the army"),
    ((("2030-05-12", "Police arrested Nils Aho, 34, in Malm."), ("2031-05-12", "Nils Aho, 35, was sentenced in Malm, the court said.")), "none", "birthday between"),
    ((("2031-05-12", "Nils Aho, 34, was arrested in Malm, police said. His father Karl Aho, 61, was arrested in Malm too, police said."),), "none", "father and son"),
    ((("2031-05-12", "The pilot Ines Calder is being held, the rebels said."), ("2031-05-20", "The pilot Ines Calder has been freed, the ministry said.")), "none", "held then freed"),
    ((("2031-05-12", "The pilot Ines Calder has been freed, the ministry said. The nurse Uma Reyes is still being held, the rebels said."),), "none", "two hostages"),
    ((("2031-05-12", "The singer Maia Lund died of a heart attack, her manager said."), ("2031-05-13", "The singer Maia Lund died in a clinic of a heart attack, police said.")), "none", "died of, because of"),
    ((("2031-05-12", "A virus killed the horses at Elm, the vet said."), ("2031-05-13", "Poison killed the rats at Elm, a laboratory said.")), "none", "a virus in cows"),
    ((("2031-05-12", "The singer Maia Lund died of a stroke, her manager said."), ("2031-05-13", "The singer Maia Lund died of a stroke after a fall, police said.")), "none", "symptom and cause"),
)  # fmt: skip

# what contests nothing that was told: a promise, a part of something, what is thought of it
NO_CONTEST = (
    ((("2031-05-12", "Ada Voss charged that the clerk hid the letters from the council because they contradicted his pledge to leave the board."),), "none", "because they contradict"),
    ((("2031-05-12", "The bishop portrayed Ruf as a man who would rule by dividing the town into the very camps that the bishop argued in May were unhealthy and wrong."),), "none", "camps that he argued were wrong"),
    ((("2031-05-12", "The coach said that Ruf would keep the rule that the club had called wrong."),), "none", "a rule that he called wrong"),
    ((("2031-05-12", "“We make sure that the gift is a legal gift,” the clerk said. “If we were to find out that it wasn’t, we would return it,” the treasurer said."),), "none", "if it were not so"),
    ((("2031-05-12", "The bank said that it had paid the wages. If that was false, the union said, it would strike."),), "none", "if that was false"),
    ((("2031-05-12", "Ruf praised the plan of her father and offered to put him in charge of the port. But Ruf has also had to repudiate crucial parts of his legacy, a friend said."),), "none", "repudiate parts of"),
    ((("2031-05-12", "Beck called the singer an old goat, his aide said. It was part of his will to be politically incorrect, the priest said."),), "none", "politically incorrect"),
    ((("2031-05-12", "Nils Aho gave 5,000 crowns to the party that year, the Post wrote."), ("2031-05-12", "Records show that Nils Aho has given 38,000 crowns to the party since 2010, the court said.")), "none", "total since and that year"),
    ((("2031-05-12", "Her lead over Beck has shrunk to two points, the Post wrote."), ("2031-05-12", "Her bad marks outweigh her good ones by 24 points, a poll for the Mail said.")), "none", "lead and share"),
    ((("2031-05-12", "The bank said that it had paid the wages. That was wrong, the union said."),), "open", "that was wrong"),
    ((("2031-05-12", "The clerk said that he had left the board. The letters contradict his claim that he had left the board, Ada Voss said."),), "open", "contradicts"),
    ((("2031-05-12", "Police said that Beck had burned the mill. Beck denied any part in the fire at the mill."),), "open", "denied any part"),
    ((("2031-05-12", "Police said that Beck had burned the mill. Beck said that he had no part in the burning of the mill."),), "open", "no part"),
    ((("2031-05-12", "Beck had sold the barn, his aide said. That is incorrect, the priest said."),), "open", "incorrect"),
)  # fmt: skip

# a noun that sums up what was told, and who denies it: "a claim that the army denies"
SUMMED = (
    ((("2031-05-12", "Two men said that soldiers had burned the mill, a claim that the army denies."),), "open", "a claim that"),
    ((("2031-05-12", "Workers say that the firm poured acid into the lake, an allegation that the firm denies."),), "open", "an allegation that"),
    ((("2031-05-12", "Ruf said that Beck had stolen the bell, an accusation which Beck denied."),), "open", "an accusation which"),
    ((("2031-05-12", "The union said that the bank had hidden its losses, a charge the bank denies."),), "open", "a charge"),
    ((("2031-05-12", "Former guards said that prisoners had been beaten at Sill, claims that the prison service has denied."),), "open", "claims that the company has denied"),
    ((("2031-05-12", "The Mail wrote that the singer would leave the band, a suggestion that her agent denied."),), "open", "a suggestion"),
    ((("2031-05-12", "The army rejected the claim that soldiers had burned the mill. Two men said that the mill was old."),), "none", "the claim that P"),
    ((("2031-05-12", "Two men said that they had seen a claim that the firm denies workers water."),), "none", "a claim that they deny work"),
    ((("2031-05-12", "The nurses said that they want to strike, a right that the state denies them."),), "none", "a right that"),
    ((("2031-05-12", "Two men said that soldiers had burned the mill, a claim that the mayor repeated."),), "none", "a claim he repeated"),
    ((("2031-05-12", "The nurses asked for a day off, a request that the clinic denied."),), "none", "a request that"),
    ((("2031-05-12", "Beck said that he had never sold the mill, a claim that Ruf believes."),), "none", "a claim the same man denies"),
    ((("2031-05-12", "Two choirboys told the court that the bishop had beaten them, allegations the bishop has denied."),), "open", "allegations the bishop has denied"),
    ((("2031-05-12", "The Post wrote that Hain had fled to Lome, a story that Hain denied on Monday."),), "open", "a story he called"),
    ((("2031-05-12", "The Post wrote that Hain had fled to Lome. Hain denies the claim."),), "open", "he denies the claim (plain)"),
    ((("2031-05-12", "Doctors said that the water was bad, a report the ministry published on Monday."),), "none", "a report the ministry published"),
    ((("2031-05-12", "The court found that the strip belongs to Osk, a verdict that denies the farmers their fields."),), "none", "a verdict that denies"),
    ((("2031-05-12", "The duke said that he had met the king, whose claim to the throne the church denies."),), "none", "a claim to the throne"),
    ((("2031-05-12", "Beck told the paper that his trial begins in May. The charges, which Beck denies, are old."),), "none", "the charges Beck denies"),
)  # fmt: skip

# who came to an end, and who is said not to have
NEVER_SO = (
    ((("2031-05-12", "The council said that the president Omar Fell was in its custody. His adviser said that Omar Fell had at no time fallen into the hands of the mutineers."),), "open", "in our custody, never in their hands"),
    ((("2031-05-12", "The singer Maia Lund has been detained, a radio station said. Her manager said that Maia Lund had not been arrested."),), "open", "detained, not arrested"),
    ((("2031-05-12", "The commander Idris Naal was killed near Karm, the army said."), ("2031-05-12", "The commander Idris Naal did not die near Karm, a rebel spokesman said.")), "open", "died, was not killed"),
    ((("2031-05-12", "The singer Maia Lund had not been arrested, her manager said."), ("2031-05-14", "The singer Maia Lund was detained on Tuesday, police said.")), "none", "not arrested, then detained"),
    ((("2031-05-12", "The singer Maia Lund has been detained, police said. Her brother Karl Lund was not arrested, police said."),), "none", "another man not arrested"),
    ((("2031-05-12", "The pilot Ines Calder was killed, the ministry said. The pilot did not suffer, a doctor said."),), "none", "not hurt, was killed"),
    ((("2031-05-12", "The singer Maia Lund is in good hands, her doctor said."), ("2031-05-12", "The singer Maia Lund has escaped a fire, her manager said.")), "none", "in good hands"),
    ((("2031-05-12", "Ruben Tal was arrested on Monday, police said."), ("2031-05-14", "Ruben Tal escaped from Sill jail on Wednesday, the prison service said.")), "none", "arrested, then at large after an escape"),
    ((("2031-05-12", "The minister Lena Orth has not resigned, her office said."), ("2031-05-14", "The minister Lena Orth quit on Wednesday, her office said.")), "none", "would not resign / quit"),
)  # fmt: skip

ROWS = (
    *NUMBERS,
    *GRANTED,
    *COUNTED_ON,
    *CAUSES,
    *STATES,
    *TOLD,
    *FIRST,
    *BODIES,
    *OF_TWO,
    *WHO,
    *NO_CONTEST,
    *SUMMED,
    *NEVER_SO,
)


@pytest.mark.parametrize(("texts", "expected", "why"), ROWS, ids=[row[-1] for row in ROWS])
def test_how_it_stands(texts: Texts, expected: str, why: str) -> None:
    found = _standing(texts)
    assert (expected in found) if expected != "none" else not found, f"{why}: {found}"
