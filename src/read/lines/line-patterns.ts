// Words by which a line gives itself away as furniture of a page, a byline, a caption or a date.
// Own list, written from how news sites are built; each pattern looks at the head of a line only.

/** Furniture that is never part of an article, whatever stands around it. */
const HARD: readonly RegExp[] = [
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|todos los derechos|все права защищены|барлық құқықтар|版权所有|tüm hakları saklıdır|her hakkı saklıdır)/i,
  /(?:©|\bcopyright\b).{0,60}\b(?:19|20)\d\d\b/i,
  /\bISSN[\s:]*\d{4}-?\d{3}[\dX]\b/i,
  /^(?:sign up|subscribe|donate|support (?:us|our|independent)|become a (?:member|patron|subscriber)|join (?:us|our)|follow us|like us|share (?:this|on|via)|tweet|e-?mail this|print(?:er)?[ -]|bookmark)\b/i,
  /^(?:share|print|comments?|related|advertisement|sponsored|tags?|topics?|menu|search|home|login|log in|sign in|register|newsletter|latest news|breaking news|most (?:read|popular)|trending|read (?:more|next|also)|see also|also read|learn more|load more|no, thanks|close|back|next|previous|skip to .{1,40}|accessibility links?|main content|cookies?|privacy policy|terms of (?:use|service))\W*$/i,
  /\b(?:bookmark and share|sign up for|our newsletter|free newsletter|privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|all rights reserved|follow us on|click here|unsubscribe|donate (?:to|now|today)|leave a comment|post a comment|enable javascript|ad blocker)\b/i,
  /^(?:read (?:more|also|next)|see also|also read|related(?: (?:articles?|stories|content|links|topics))?|more (?:on|from|about|stories)|recommended|watch|listen|photos?|video|gallery|editor'?s picks?|don'?t miss)\s*[:|»>]/i,
  /^(?:подпис(?:аться|ывайтесь|ка)|поделиться|читайте (?:также|ещё|еще)|смотрите также|поддержите|реклама|комментарии|наверх|главная|войти|все новости|по теме)(?![а-яё])/i,
  /^(?:жазылу|бөлісу|тағы оқыңыз|сондай-ақ оқыңыз|басып шығару|пікірлер|басты бет|кіру)(?![\u0400-\u04ff])/i,
  /^(?:abone ol|paylaş|yorumlar?|ilgili haberler|devamını oku|bizi takip|ana sayfa|giriş yap|reklam)(?!\p{L})/iu,
  /^(?:分享|订阅|登录|注册|评论|相关(?:新闻|阅读|文章)|更多|广告|责任编辑|首页|返回|上一篇|下一篇|扫一扫)/,
  /^(?:تىزىملىتىش|ھەمبەھىرلەش|باش بەت|ئىنكاسلار)/,
  /(?:\s\|\s|\s{2,}\|\s{2,}).{0,80}(?:\s\|\s|share|print)/i,
  /^published by\b.{0,120}\d/i,
  /^(?:advert(?:s|isement)?|continue reading(?: below)?|story continues below|caption|close|image \d+ of\b.*|photo \d+ of\b.*|published \d+ \w+ ago|tell us what you think|this slideshow requires|you (?:may|might) also (?:like|be interested)|source\s*:\s.{0,40}|click here\b.*|.{0,60}\bclick(?:ing)? here)\W*$/i,
  /\b(?:may not be published, broadcast|quotes delayed at least|real-time quotes|terms and conditions apply)\b/i,
  /\(opens in (?:a )?new (?:window|tab)\)|^click to (?:share|print|email|tweet)|^(?:tags?|categories|filed under|topics|keywords|word ?count|tempo de leitura|reading time)\s*:|^\d+ min(?:ute)?s? read|successfully subscribed|problem subscribing|^permalink\b/i,
  /\b(?:this (?:web)?site uses cookies|uses cookies to)\b/i,
];

/** Furniture only when it stands at the edge of an article or among other furniture. */
const SOFT: readonly RegExp[] = [
  /^(?:[×✕☰»›•·|<>←→↑]|\[\s*\])\s*\S{0,30}/,
  /\byour (?:one-stop|source|inbox|email|browser|support|privacy|consent)\b/i,
  /^(?:about (?:us|the author)|contact(?: us)?|advertise|careers|help|faq|donate|support|subscribe)\b.{0,30}$/i,
  /^https?:\/\/\S+$/i,
  /^\S+@\S+\.\S+$/,
  /^(?:@\w+|#\w+)(?:\s+[@#]\w+)*$/,
  /^\d+\s*(?:comments?|shares?|views?|likes?|комментари\S*|просмотр\S*)\b/i,
];

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\\.?";
const DATE_LINE = new RegExp(
  `^(?:(?:published|posted|updated|date|datum|fecha|last (?:updated|modified)|опубликовано|обновлено|жарияланды|yayınlanma|发布时间|发表于?)\\s*(?:on|at|tarihi)?\\s*[:：]?\\s*)?(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+${MONTH},?\\s+\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}\\s*(?:-|\\.|/|年|жылғы)\\s*\\d{1,2}\\s*(?:-|\\.|/|月)\\s*\\d{1,2}\\s*日?|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}\\s+жыл(?:ғы|дың)?\\s+\\d{1,2}\\s+${MONTH})(?:\\s*(?:г\\.?|года|ж\\.))?[\\s,|·–-]*(?:(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?m\\.?)?)?[\\s,|·–-]*(?:\\(?(?:utc|gmt|est|edt|cet|msk|мск)\\)?(?:[+-]\\d{1,2})?)?\\s*$`,
  "i",
);

const BYLINE =
  /^(?:by|compiled by|written by|reported by|reporting by|edited by|story by|text by|posted by|author\s*:|автор\s*:?|текст\s*:|авторы?\s*:|haber\s*:|yazan\s*:|记者[:：\s]|作者[:：\s]|авторы\s*:)\s*\p{Lu}?[\p{L}\p{M}\u3400-\u9fff]/iu;
const CAPTION =
  /(?:^image (?:caption|copyright)\b|\bphotos?\s*(?:by|:|courtesy|credit)|\bphoto\s*[/©]|\bfile (?:photo|picture|image)|\bimages?\s*(?:by|credit|source|:)|\bcredits?\s*:|\bap photo\b|\(photo\b|\bcourtesy (?:photo|image)|\/\s*(?:flickr|getty|reuters|afp|shutterstock|epa|unsplash|wikimedia)\b|\bgetty images\b|^фото\s*[:/]|^сурет(?:те)?\s*[:：]|^fotoğraf\s*[:：]|^(?:图|图片|资料图|图片来源)\s*[:：／/])/i;
const DATELINE =
  /^(?:[A-ZÀ-ÞİŞĞ][A-ZÀ-ÞİŞĞ.'’-]+(?:[ ,/]+(?:[A-ZÀ-ÞİŞĞ][\p{L}.'’-]+|and|the|of)){0,5})(?:,?\s+(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2})?)?\s*(?:\([^()]{2,40}\)\s*)?(?:--|—|–|―|-)\s+(?=\S)/iu;
const DATELINE_CAPS = /^[\p{Lu}][\p{Lu}.'’-]{2,}/u;

/** The heading readers' comments stand under, or the head of one comment. */
const COMMENT_HEAD =
  /^(?:\d+\s+)?(?:comments?|responses?|repl(?:y|ies)|комментари\S*|отзыв\S*|пікір\S*|yorum\S*|comentários?|commentaires?|kommentare?)(?:\s+(?:to|on|for|feed)\b.{0,120}|\s*[:(\d].{0,20})?$|^(?:leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|add (?:a )?comment|добавить (?:отзыв|комментарий))\b/i;
const COMMENT_BY = /^.{2,60}(?:\bsays|\bsaid|\bwrote|\bwrites|пишет|говорит)\s*:$/i;

export function isCommentHead(line: string): boolean {
  return line.length <= 160 && COMMENT_HEAD.test(line);
}

export function isCommentBy(line: string): boolean {
  return line.length <= 90 && COMMENT_BY.test(line);
}

/** Furniture that stands in the middle of articles: an advertisement's mark, a link to another story. */
const INLINE =
  /^(?:advert(?:s|isement)?|реклама|reklam|жарнама|广告|continue reading(?: below)?|story continues below|read (?:more|also)\b.{0,120}|also read\b.{0,120}|see also\b.{0,120}|related(?: post| story| article)?\s*:.{0,120}|.{0,60}\bclick(?:ing)? here|image \d+ of\b.{0,20}|caption|close|video|share|читайте также.{0,120})\W*$/i;

export function isInline(line: string): boolean {
  return line.length <= 160 && INLINE.test(line);
}

export function isHard(line: string): boolean {
  const head = line.slice(0, 240);
  return HARD.some((pattern) => pattern.test(head));
}

export function isSoft(line: string): boolean {
  const head = line.slice(0, 240);
  return SOFT.some((pattern) => pattern.test(head));
}

export function isDateLine(line: string): boolean {
  return line.length <= 90 && DATE_LINE.test(line);
}

export function isByline(line: string): boolean {
  return (
    line.length <= 120 &&
    BYLINE.test(line) &&
    !/[.!?]["”’]?$/.test(line.replace(/\b\p{Lu}\.$/u, ""))
  );
}

export function isCaption(line: string): boolean {
  return (
    line.length <= 600 &&
    CAPTION.test(line.length > 260 ? line.slice(0, 60) + line.slice(-200) : line)
  );
}

/** Length of the dateline (`NUR-SULTAN (Agency) -- `) at the head of a paragraph, 0 when there is none. */
export function datelineLength(line: string): number {
  const head = line.slice(0, 120);
  if (!DATELINE_CAPS.test(head)) return 0;
  return DATELINE.exec(head)?.[0].length ?? 0;
}
