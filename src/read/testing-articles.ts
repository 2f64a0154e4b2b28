// Two invented articles with the furniture that comes along when a page is copied as bare text.
// Everyone in them, every place of events and both outlets are made up.

/** No date line and no footer: the publisher shows only in `told …` and the file name. */
export const VALLEY_TEXT = `Accessibility links

Breaking News

Valley Families Ask Ministry To Find Missing Sons In 'Training Schools'

Families wait outside a closed gate in the town of Ostrava Dol.

KARAGOL -- Dozens of families from the northern valley of Tesk have asked the ministry to find their sons, who they say are being held in so-called "training schools."

At a meeting in Karagol on March 14, three former pupils told reporters about the months they spent behind the gate, where they say nobody was allowed to write home.

They said they were beaten, kept in metal cages, and forced to kneel for hours at a time.

The head of the Tesk Families Union, Marat Olen, criticized the ministry for its "refusal to open a single door."

The deputy governor of Tesk, Ilan Voss, told RFE/RL on March 14 that the stories about pupils being held against their will are "false."

Lawyers for the Open Gate Centre said in January last year that an estimated 4,000 pupils were being held in the valley, while thousands more had been moved elsewhere.

The ministry denies the schools are prisons, saying they are part of a "craft and language program" that helps pupils to "find honest work."`;

/** A date line, a byline at the end, a caption in the middle, and a footer that names the publisher. */
export const CROSSING_TEXT = `Support careful reporting from the hill country.
Donate to HLR!

× Learn more
No, thanks Photo: Tam Berrick
back  |  printBookmark and Share

The Quiet Crossing at Lake Sarn

A small town weighs its trade with the far shore against its own missing people.

3 April 2017

Fishermen are increasingly being turned back on Lake Sarn, the Far Shore Watch charges in a new report.


Accounts of people taken from the eastern shore have multiplied in recent months. Although the Port Authority has denied the accounts, harbour officials have acknowledged the existence of “waiting houses” and “describe them as shelters for travellers,” FSW writes.


The Port Authority today dismissed a call by envoy Lena Harrow to allow visitors onto the eastern shore, the Lake Courier reports. The authority says smugglers are trying to frighten the town.


Newcomers now make up around 30 percent of the 12- thousand population.


Sarn, the old pierA view of the old pier at Sarn. Photo by Joss Arden/Flickr


Boatmen have also reportedly been questioned, but according to FSW the main targets are students, including 150 pupils and the about 1,200 people of the eastern camps.


The matter has caused “deep unease” in the town, writes, which notes that earlier this year the council took the rare step of sending a letter.


“I was told the question was raised quietly, so as not to anger anyone,” Petra Nils, director of the Lake Studies Centre at Sarn College in Old Pier, said recently.


  • Last month, a court in Sarn declined to return a boatman who had fled across the lake, The Harbour Post writes.

Compiled by Kit Brandt

back  |  printBookmark and Share

Hill Lake magazine = Your one-stop source for news from the lake country.

Sign up for the free HLR newsletter!

Pier diaries

The Pier Diaries is an interactive look at the lake towns by Ada Quill and Ben Orrin.

It is a warm and patient picture of the shore.

© Hill Lake Review 2017. All rights reserved. ISSN 0000-0001
Published by Hill Lake Review, Pier Road 3, Sarn.`;
