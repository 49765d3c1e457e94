"""Which language a text is in: English is read however full of names it is, another is refused, known here or not."""

from __future__ import annotations

import pytest

from rashomon.intake import Limits, intake
from rashomon.intake.settling import UNKNOWN, guess, language
from rashomon.records import Report

# what it is in (or any of these, where they are told apart by a few words), a short report of our own
OTHERS = [
    ("French", "Le ministre a déclaré lundi que les discussions avec le port ne sont pas terminées et que la délégation sera reçue dans la semaine par le conseil des villes."),
    ("German", "Der Minister hat am Montag gesagt, dass die Gespräche mit dem Hafen noch nicht beendet sind und die Abordnung in dieser Woche von dem Rat der Städte empfangen wird."),
    ("Spanish", "El ministro dijo el lunes que las conversaciones con el puerto no han terminado y que la delegación será recibida esta semana por el consejo de las ciudades."),
    ("Italian", "Il ministro ha detto lunedì che le trattative con il porto non sono finite e che la delegazione sarà ricevuta nella settimana dal consiglio delle città."),
    ("Portuguese", "O ministro disse na segunda que as conversas com o porto não acabaram e que a delegação vai ser recebida nesta semana pelo conselho das cidades do norte."),
    ("Dutch", "De minister zei maandag dat de gesprekken met de haven nog niet voorbij zijn en dat de afvaardiging deze week door de raad van de steden wordt ontvangen."),
    ("Swedish", "Ministern sade på måndagen att samtalen med hamnen inte är slut och att delegationen ska tas emot av städernas råd under veckan för att tala om en lösning."),
    ("Danish Norwegian", "Ministeren sagde mandag, at samtalerne med havnen ikke er slut, og at delegationen vil blive modtaget af byernes råd i løbet af ugen for at tale om en løsning."),
    ("Polish", "Minister powiedział w poniedziałek, że rozmowy z portem nie są zakończone i że delegacja zostanie przyjęta w tym tygodniu przez radę miast, która się na to zgodziła."),
    ("Czech Slovak", "Ministr v pondělí řekl, že jednání s přístavem nejsou u konce a že delegace bude v tomto týdnu přijata radou měst, která se na tom shodla, ale nemá k tomu co dodat."),
    ("Romanian", "Ministrul a declarat luni că discuțiile cu portul nu sunt încheiate și că delegația va fi primită în această săptămână de consiliul orașelor din nord, care este de acord."),
    ("Hungarian", "A miniszter hétfőn azt mondta, hogy a tárgyalások a kikötővel még nem értek véget, és a küldöttséget ezen a héten a városok tanácsa fogadja, ha az is akarja."),
    ("Turkish", "Bakan pazartesi günü liman ile görüşmelerin sona ermediğini ve heyetin bu hafta kentler kurulu tarafından kabul edileceğini söyledi, ancak daha fazla bilgi vermedi."),
    ("Azerbaijani", "Nazir bazar ertəsi bildirib ki, liman ilə danışıqlar hələ bitməyib və nümayəndə heyəti bu həftə şəhərlər şurası tərəfindən qəbul olunub, daha çox məlumat isə yoxdur."),
    ("Indonesian Malay", "Menteri itu mengatakan pada hari Senin bahwa pembicaraan dengan pelabuhan belum selesai dan delegasi akan diterima oleh dewan kota pada pekan ini untuk berunding."),
    ("Swahili", "Waziri alisema siku ya Jumatatu kwamba mazungumzo na bandari hayajaisha na kwamba ujumbe wa watu watano utapokelewa wiki hii katika baraza la miji ili kutafuta suluhu."),
    ("Hausa", "Ministan ya ce a ranar Litinin cewa tattaunawar da ake yi da tashar ba ta kare ba kuma tawagar za ta gana da majalisar garuruwa a wannan makon domin samun sulhu."),
    ("Somali", "Wasiirka ayaa sheegay maalintii Isniinta in wadahadallada lala leeyahay dekedda aanay weli dhammaan oo wafdiga uu soo dhaweyn doono golaha magaalooyinka si xal loo helo."),
    ("Filipino", "Sinabi ng ministro noong Lunes na hindi pa tapos ang pag-uusap sa daungan at ang delegasyon ay tatanggapin ng konseho ng mga lungsod sa linggong ito para sa kasunduan."),
    ("Vietnamese", "Bộ trưởng cho biết hôm thứ Hai rằng các cuộc đàm phán với cảng không kết thúc và phái đoàn sẽ được hội đồng các thành phố tiếp trong tuần này để tìm một giải pháp."),
    ("Croatian Slovenian", "Ministar je u ponedjeljak rekao da razgovori s lukom nisu završeni i da će izaslanstvo ovaj tjedan primiti vijeće gradova koje se o tome već složilo, ali nije dao više."),
    ("Albanian", "Ministri tha të hënën se bisedimet me portin nuk kanë përfunduar dhe se delegacioni do të pritet këtë javë nga këshilli i qyteteve, por nuk dha më shumë për të."),
    ("Finnish", "Ministeri sanoi maanantaina, että neuvottelut sataman kanssa eivät ole päättyneet ja että kaupunkien neuvosto ottaa valtuuskunnan vastaan tällä viikolla, mutta ei kertonut miten se on sovittu tai kuka on mukana."),
    ("Kurmanji", "Wezîr roja duşemê got ku danûstandinên bi benderê re hê bi dawî nebûne û şande wê di vê hefteyê de ji aliyê civata bajaran ve were qebûlkirin da ku li ser rê bipeyivin."),
    ("Catalan Spanish", "El ministre va dir dilluns que les converses amb el port no han acabat i que la delegació serà rebuda aquesta setmana pel consell de les ciutats per parlar dels seus plans."),
    ("Afrikaans Dutch", "Die minister het Maandag gesê dat die gesprekke met die hawe nog nie klaar is nie en dat die afvaardiging hierdie week deur die raad van die stede ontvang sal word."),
    ("Greek", "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες με το λιμάνι δεν τελείωσαν."),
    ("Thai", "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจากับท่าเรือยังไม่สิ้นสุด"),
    ("Ethiopic script", "ሚኒስትሩ ሰኞ ዕለት ከወደቡ ጋር የሚደረገው ውይይት አላለቀም ብለዋል"),
    ("Bengali script", "মন্ত্রী সোমবার বলেছেন যে বন্দরের সঙ্গে আলোচনা শেষ হয়নি"),
]  # fmt: skip
ENGLISH = [
    "URGENT: Kim Sol Un met Xi Tan Lo on Tuesday. Kim Sol Un sent Mr Xi a letter on Monday. Mr Xi met Wang Li on Monday.",
    "BREAKING: Blast hits port of Lund, at least nine dead, dozens hurt, army says; rebels deny role as fire spreads east.",
    "Les Deux Rives and La Plaza met Le Monde Nouveau de la Mer in Des Moines on Monday over a plan to sell the port of Lund.",
    "Storm kills nine in Orsa. Ferry sinks off Lund. Mayor quits. Strike shuts mines. Talks fail. Army chief flies to Rome.",
    "FLASH: President Hamid al-Sorani resigns. PM Omar Sela to take over. Army on alert in capital. Markets fall sharply at open.",
    "Die Grünen and Der Bund said on Monday that they will not sit in a coalition with Das Haus, whose leader is in Berlin.",
    "Rebels seize two towns. Army retakes bridge. Aid convoy stuck at border. UN envoy due Friday. No word from the palace so far.",
    "San Marco de la Sierra, El Paso and Los Altos were cut off on Sunday, and no road to La Paz del Sur was open by night.",
    "Gunmen killed 4 at a bar in Orsa. Police hunt 2 men. A third was held. Mayor urges calm. Schools shut on Monday in 3 towns.",
    "Ali bin Omar, Ahmed bin Said and Musa bin Talal were held on Tuesday as police searched a flat in Dar al Salam for arms.",
    "Oil up. Shares down. Bank cuts rate to 2 pct. Euro at 1.08. Gold steady. Norvia bonds slide after vote. Traders eye talks.",
    "Un, a deputy, met a man named On in Le Mans; On met Des, and Des met Un in Sur: a plan to met out aid was on the table.",
    "The envoy said that he had not been told of it, and that the harbour was to stay shut until the council had met again.",
]  # fmt: skip
NOT_KNOWN = (
    "Tsohle li ile tsa fela hoseng ha monna eo a fihla motseng oa habo a sa bolelle motho letho ka taba eo a neng a e utloile "
    "mane thekong moo basebetsi ba neng ba bokane teng ho buisana le mookameli oa bona mabapi le meputso eo ba e lebelletseng "
    "khoeli kaofela empa ba sa e fumane"
)


@pytest.mark.parametrize(("names", "text"), OTHERS, ids=[row[0] for row in OTHERS])
def test_another_language_is_told(names: str, text: str) -> None:
    found = language(text)
    assert found is not None
    assert found in names, guess(text)


@pytest.mark.parametrize("text", ENGLISH, ids=[text[:30] for text in ENGLISH])
def test_english_is_read_however_full_of_names(text: str) -> None:
    assert language(text) in ("English", None), guess(text)


def test_a_language_that_is_not_known_is_refused_all_the_same() -> None:
    assert language(NOT_KNOWN) == UNKNOWN


def test_a_refusal_tells_the_margin(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(OTHERS[0][1], "utf-8")
    (refused,) = intake([path], limits=Limits())
    assert not isinstance(refused, Report)
    assert "French: " in refused.reason
    assert "% English" in refused.reason
