// News outlets, agencies and rights groups by the names, short names and addresses they go by.
// Facts only; used to spell a publisher found in an address, a file name or a sentence.

interface Outlet {
  readonly name: string;
  readonly also: readonly string[];
  readonly hosts: readonly string[];
}

function outlet(line: string): Outlet {
  const [name = "", also = "", hosts = ""] = line.split("|");
  const list = (part: string): string[] =>
    part
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== "");
  return { name: name.trim(), also: list(also), hosts: list(hosts) };
}

const OUTLETS: readonly Outlet[] = [
  "RFE/RL | RFERL, Radio Free Europe/Radio Liberty, Radio Free Europe, Azattyq, Azattyk, Current Time | rferl.org, azattyq.org, azattyq-ruhy.kz, azattyk.org, currenttime.tv, azathabar.com, ozodi.org",
  "Radio Free Asia | RFA | rfa.org",
  "Voice of America | VOA | voanews.com",
  "BBC | BBC News | bbc.com, bbc.co.uk",
  "Reuters | Thomson Reuters | reuters.com",
  "Associated Press | AP, The Associated Press, AP News | apnews.com",
  "Agence France-Presse | AFP | afp.com",
  "Deutsche Welle | DW | dw.com",
  "Al Jazeera | Aljazeera | aljazeera.com",
  "CNN | | cnn.com",
  "The New York Times | NYT, New York Times, NYTimes | nytimes.com",
  "The Washington Post | Washington Post | washingtonpost.com",
  "The Wall Street Journal | WSJ, Wall Street Journal | wsj.com",
  "The Guardian | Guardian | theguardian.com",
  "The Globe and Mail | Globe and Mail | theglobeandmail.com",
  "Financial Times | FT | ft.com",
  "The Economist | Economist | economist.com",
  "The Diplomat | | thediplomat.com",
  "Foreign Policy | | foreignpolicy.com",
  "BuzzFeed News | BuzzFeed | buzzfeednews.com, buzzfeed.com",
  "Le Monde | | lemonde.fr",
  "Der Spiegel | Spiegel | spiegel.de",
  "Transitions Online | TOL, Transitions | tol.org",
  "Eurasianet | EurasiaNet | eurasianet.org",
  "Bitter Winter | | bitterwinter.org",
  "Global Voices | | globalvoices.org",
  "South China Morning Post | SCMP | scmp.com",
  "Hong Kong Free Press | HKFP | hongkongfp.com",
  "Xinhua | Xinhua News Agency, 新华社 | xinhuanet.com, news.cn",
  "People's Daily | 人民日报, 人民网 | people.com.cn, people.cn",
  "Global Times | 环球时报 | globaltimes.cn, huanqiu.com",
  "China Daily | | chinadaily.com.cn",
  "CGTN | | cgtn.com",
  "Tianshan | 天山网 | ts.cn",
  "TASS | ТАСС | tass.ru, tass.com",
  "RIA Novosti | РИА Новости | ria.ru",
  "Interfax | Интерфакс | interfax.ru, interfax.com",
  "Kommersant | Коммерсантъ | kommersant.ru",
  "Meduza | Медуза | meduza.io",
  "Tengrinews | | tengrinews.kz",
  "Informburo | | informburo.kz",
  "Vlast | Власть | vlast.kz",
  "Orda | | orda.kz",
  "Kazinform | Қазинформ, Казинформ | inform.kz",
  "Akipress | | akipress.com, akipress.org",
  "Anadolu Agency | Anadolu Ajansı, AA | aa.com.tr",
  "Hürriyet | Hurriyet | hurriyet.com.tr",
  "Human Rights Watch | HRW | hrw.org",
  "Amnesty International | Amnesty | amnesty.org",
  "Chinese Human Rights Defenders | CHRD | nchrd.org",
  "United Nations | UN, UN News | un.org, ohchr.org",
  "UNPO | | unpo.org",
  "Uyghur Human Rights Project | UHRP | uhrp.org",
  "World Uyghur Congress | WUC | uyghurcongress.org",
  "Xinjiang Victims Database | shahit.biz | shahit.biz",
].map(outlet);

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const BY_KEY = new Map(
  OUTLETS.flatMap(({ name, also }) =>
    [name, ...also].map((alias): [string, string] => [key(alias), name]),
  ),
);
const BY_HOST = new Map(
  OUTLETS.flatMap(({ name, hosts }) => hosts.map((host): [string, string] => [host, name])),
);

/** The outlet's usual name for any of the names it goes by, or null. */
export function knownOutlet(name: string): string | null {
  return BY_KEY.get(key(name)) ?? null;
}

/** The outlet behind a web address, by its registered host or any host below it. */
export function outletOfUrl(url: string): string | null {
  let host: string;
  try {
    host = new URL(url).hostname.toLowerCase();
  } catch {
    return null;
  }
  for (let at = host; at.includes("."); at = at.slice(at.indexOf(".") + 1)) {
    const found = BY_HOST.get(at);
    if (found) return found;
  }
  return null;
}
