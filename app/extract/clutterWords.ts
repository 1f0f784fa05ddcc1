/**
 * The phrases that web pages print around articles, in several languages. Data
 * for `furniture` and `tail`. All are matched against folded (lower-case) lines.
 */
import type { FurnitureReason } from '../vocabulary.ts'

/** Words of share bars and reading tools: a line of nothing else is one. */
export const shareWords: ReadonlySet<string> = new Set(
  `share tweet facebook twitter x linkedin whatsapp telegram email e-mail mail print pinterest reddit google google+ tumblr messenger
  copy link url save bookmark like pin it post this article story on via to by a page send flip flipboard pocket instapaper viber vk
  teilen drucken merken senden partager imprimer envoyer compartir imprimir enviar condividi stampa invia compartilhar
  поделиться печать отправить вконтакте одноклассники مشاركة شارك طباعة فيسبوك تويتر واتساب 分享 打印 微信 微博 weibo wechat
  smaller larger text font size aa a- a+ resize listen republish gift more options sms digg stumbleupon delicious line
  and or with your friends bluesky threads mastodon youtube instagram tiktok rss feed comment comments 0`.split(
    /\s+/u,
  ),
)

/** Of the words above, those that alone tell nothing. */
export const shareFillers: ReadonlySet<string> = new Set(
  'x like it post this article story on via to by a page more options and or with your friends line text font size url mail google pin comment comments 0 save threads send link larger smaller gift listen'.split(
    ' ',
  ),
)

/** Single labels of menus, sections and navigation. */
export const menuWords: ReadonlySet<string> = new Set(
  `home|news|world|world news|business|economy|markets|money|sport|sports|politics|opinion|opinions|editorial|editorials|columns|columnists|letters|blogs|culture|arts|entertainment|life|lifestyle|life & style|style|travel|food|fashion|weather|tech|technology|science|health|environment|education|video|videos|photos|pictures|gallery|galleries|multimedia|magazine|magazines|newsletters|newsletter|podcasts|podcast|live|tv|radio|jobs|cars|property|real estate|obituaries|crosswords|games|archive|archives|search|menu|sections|section|navigation|login|log in|sign in|sign up|register|subscribe|subscriptions|my account|account|contact|contact us|about|about us|advertise|advertise with us|help|faq|terms|terms of use|terms of service|terms and conditions|privacy|privacy policy|cookie policy|cookies|sitemap|site map|rss|feedback|careers|press|skip to content|skip to main content|skip to navigation|jump to content|back to top|top|go to top|close|open menu|toggle navigation|show more|load more|see more|view all|see all|more|next|previous|prev|next article|previous article|next story|previous story|edition|today's paper|e-paper|epaper|latest|breaking news|front page|pakistan|india|u.s.|us|uk|africa|asia|europe|americas|middle east|national|international|local|metro|region|nation|global|analysis|features|special reports|investigations|topics|tags|shop|store|follow us|download app|get the app|mobile|apps|loading|loading...|advertisement feature|startseite|politik|wirtschaft|kultur|sport|wissen|panorama|ausland|inland|meinung|anmelden|abonnieren|impressum|datenschutz|agb|kontakt|suche|menü|accueil|monde|politique|société|économie|sports|culture|s'abonner|se connecter|connexion|contacts|mentions légales|inicio|portada|mundo|política|economía|deportes|cultura|sociedad|suscríbete|iniciar sesión|contacto|aviso legal|início|economia|esportes|entrar|assine|главная|новости|политика|экономика|общество|мир|спорт|культура|в мире|войти|регистрация|поиск|реклама|контакты|о проекте|подписаться|الرئيسية|أخبار|الأخبار|سياسة|اقتصاد|رياضة|ثقافة|اتصل بنا|من نحن|بحث|首页|新闻|国内|国际|财经|体育|娱乐|科技|军事|登录|注册|搜索|关于我们|联系我们`.split(
    '|',
  ),
)

type Phrase = { reason: FurnitureReason; pattern: RegExp }

/** Whole lines that are furniture wherever they stand. The patterns are anchored and see at most 300 characters. */
export const phrases: readonly Phrase[] = [
  {
    reason: 'menu',
    pattern:
      /^(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|menu|footer|search|site ?index|article|bottom).{0,60}$|^(?:zum (?:haupt)?inhalt|zur navigation|aller au (?:contenu|menu)|saltar al? (?:contenido|navegación)|ir para o (?:conteúdo|menu|rodapé)|vai al contenuto|naar de inhoud|перейти к (?:содержанию|основному)).{0,40}$/u,
  },
  {
    reason: 'notice',
    pattern:
      /^[-–—*[(]*\s?(?:advertisements?|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|إعلان|广告|story continues (?:below|after)(?: (?:this )?(?:the )?advert\w*)?|article continues (?:below|after)(?: (?:this )?advert\w*)?|continue reading(?: (?:below|the main story))?|sponsored(?: content)?|paid (?:post|content)|promoted(?: content)?|read full article|click to (?:play|expand|enlarge)|tap to (?:play|unmute)|play video|media playback is (?:not supported|unsupported) .*|your browser does not support .*|please enable javascript.*|javascript (?:is|must be) .*|loading\W*|unmute|skip ad(?:vertisement)?)[-–—*\])]*$/u,
  },
  {
    reason: 'notice',
    pattern:
      /^(?:we|this (?:web)?site|our (?:web)?site|.{2,30}) uses? cookies\b|^(?:cookies? (?:policy|settings|preferences|notice)|accept (?:all )?cookies|manage (?:cookies|preferences|consent)|accept all|reject all|i (?:agree|accept)|got it!?|by (?:continuing|using|clicking|signing up|subscribing)\b.{0,80}\b(?:you agree|you accept|cookies|terms|consent|privacy|site)|wir verwenden cookies|diese (?:website|seite) verwendet cookies|ce site utilise des cookies|nous utilisons des cookies|(?:utilizamos|usamos) cookies|este sitio (?:web )?(?:utiliza|usa) cookies|(?:мы|сайт|этот сайт) использу\S+ (?:файлы )?cookie|we and our partners (?:use|store)\b|we value your privacy|your privacy(?: matters| choices)?$)/u,
  },
  {
    reason: 'notice',
    pattern:
      /^(?:(?:please )?(?:subscribe|sign up|register|log in|sign in)\b.{0,100}\b(?:newsletter|newsletters|email|e-mail|updates?|alerts?|inbox|free|today|now|account|access|read|comment|continue|digital|channel|briefing|unlimited)\b.{0,60}$|get (?:the|our|your)\b.{0,80}\b(?:inbox|newsletter|by email|app|updates|alerts|news on the go)\b|(?:already )?(?:a )?subscriber\?.*|already (?:have an account|registered|a member|a subscriber)\b.*|you have (?:\d+|reached|read|used)\b.{0,60}\b(?:articles?|limit|free)\b.*|enter your email.*|email address$|invalid email.*|thank you for (?:subscribing|signing up|registering).*|start your (?:free )?(?:trial|subscription).*|subscribe (?:now|today|for|to)\b.{0,60}$|support (?:our|independent) journalism.*|unlimited (?:digital )?access.*|jetzt (?:abonnieren|anmelden).*|abonnieren sie .*|newsletter abonnieren.*|abonnez-vous.*|inscrivez-vous .{0,60}newsletter.*|suscríbase .*|suscríbete .*|подпишитесь на .*|подписывайтесь на .*|читайте нас в .*|اشترك في .*)/u,
  },
  {
    reason: 'notice',
    pattern:
      /^(?:©|&copy;|℗|\(c\)\s?\d{4}|copyright\s?(?:©|\(c\)|\d{4}|:|by\b)).{0,200}$|^.{0,60}©\s?\d{4}.{0,120}$|^.{0,80}\ball rights reserved\b.{0,120}$|^.{0,40}alle rechte vorbehalten.{0,60}$|^.{0,40}tous droits réservés.{0,60}$|^.{0,40}todos (?:los derechos|os direitos) reservados.{0,60}$|^.{0,40}все права защищены.{0,80}$|^.{0,40}(?:جميع الحقوق محفوظة|版权所有).{0,60}$|^a version of this (?:article|story|post)\b.{0,40}\b(?:appear|print|publish).*|^this material may not be published, broadcast.*|^this (?:document|article|work|content) is (?:subject to|protected by) copyright.*|^quotes (?:are )?delayed at least .*|^(?:reproduction|republication)\b.{0,60}\b(?:prohibited|forbidden|permission)\b.*|^our standards: .*|^the views expressed (?:in this|by|are|here)\b.{0,180}$|^opens? in (?:a )?new (?:tab|window).*/u,
  },
  {
    reason: 'share',
    pattern:
      /^(?:share (?:this|on|via|the|with|article|story|page|post)\b.{0,60}|(?:click (?:here )?to )?(?:share|tweet|email|print) (?:this|it|on)\b.{0,50}|\d[\d.,]*k?\s?(?:shares?|tweets?|likes?|views?|retweets?|reads?)|(?:like|follow|join|find|connect with) (?:us|me|@\S+|[\p{L}. ]{2,30}) (?:on|via)\b.{0,60}|follow [@\p{L}].{0,60}\b(?:on (?:twitter|facebook|instagram|x|linkedin)|@\w+)\b.{0,50}|follow (?:us|@\w+)\b.{0,40}|send to a friend.*|email (?:to )?a friend.*|print(?:er)?[- ]?(?:friendly|this page).*|text size.{0,30}|font size.{0,30}|(?:\d+\s*(?:-|to)?\s*)?\d+ ?min(?:ute)?s?(?:'s)? read|reading time\b.{0,30}|listen to (?:this )?(?:article|story)\b.{0,40}|listen(?: now)? \(?\d+.{0,20}|add (?:as )?(?:a )?preferred source.*|make us preferred on google.*|reprints?(?: & permissions)?|licensing rights.*|purchase licensing rights.*|artikel teilen.*|auf (?:facebook|twitter|whatsapp) teilen.*|partager (?:sur|cet)\b.{0,40}|compartir (?:en|esta)\b.{0,40}|поделиться .{0,40}|شارك (?:هذا|على|المقال).{0,40})$/u,
  },
  {
    reason: 'related',
    pattern:
      /^(?:(?:read|see|watch|view) (?:more|also|next|related|full (?:article|story|coverage))|also (?:read|see|watch|on \S+)|related(?: (?:article|articles|story|stories|news|coverage|video|post|posts|content|topic|topics|link|links|reading))?|more (?:on this|from|about|stories)|don't miss|must read|recommended(?: reading)?|background|see|watch(?: now| live| video)?|watch more|read|listen|click here|in pictures|in case you missed it|icymi|here's more|next up|editor's choice|lesen sie auch|mehr (?:zum thema|dazu)|siehe auch|à lire(?: aussi| également)?|lire (?:aussi|également)|voir aussi|a lire aussi|lea (?:también|además|más)|lee (?:también|además)|leer (?:también|más)|ver también|te puede interesar|leia (?:também|mais)|veja também|leggi anche|lees ook|читайте также|смотрите также|по теме|см\. также|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|إقرأ أيضا|شاهد أيضا|相关阅读|延伸阅读|相关新闻|另见)\s*[:：>»|]+\s*\S.{0,200}$/u,
  },
  {
    reason: 'related',
    pattern:
      /^(?:(?:click here|tap here|read (?:more|the full (?:story|article)))\b.{0,60}|full article\W*|read the rest here\.?|more\s?[>»→]+.*|view (?:gallery|photos|all \d+.*)|\d+ (?:of|\/) \d+|(?:weiterlesen|lire la suite|leer más|leia mais|читать далее|подробнее|المزيد|阅读全文)\W*)$/u,
  },
  {
    reason: 'related',
    pattern:
      /^.{20,260}(?:…|\.\.\.) ?(?:read more|continue reading|weiterlesen|lire la suite|leer más|leia mais|continua a leggere|lees meer|читать далее|подробнее|اقرأ المزيد)(?: .{1,30})?$/u,
  },
  {
    reason: 'related',
    pattern:
      /^(?:tags?|filed under|keywords|topics|schlagworte|mots-clés|etiquetas|теги|метки)\s*[:：].{0,200}$/u,
  },
  {
    reason: 'comments',
    pattern:
      /^(?:(?:no|\d[\d.,]*|view|show|see|hide|post|leave|add|write|read)\s(?:a |all |your |the |\d+ )*(?:comments?|reply|replies|responses?)(?: here| below| yet| so far)?\.?|comments?\s?[([]\d[\d.,]*[)\]]|comments?:? \d+|comments? (?:are|have been) (?:closed|disabled|off).*|this discussion is (?:now )?closed.*|be the first to comment.*|join the (?:conversation|discussion|debate).*|(?:log|sign) in to (?:comment|reply|post).*|your email address will not be published.*|required fields are marked.*|what do you think\?.*comments?.*|have your say.*|notify me of .{0,80}|\d[\d.,]* (?:kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|комментари\S+)|(?:kommentare?|commentaires?|comentarios?|commenti|комментарии|comments)\s?\(?\d+\)?|комментировать.*|التعليقات.{0,20}|评论.{0,20})$/u,
  },
]

/** Labels that open a section after the article. `to` says how far: all that follows, or only while no prose resumes. */
export const sectionLabels: readonly { reason: FurnitureReason; pattern: RegExp }[] = [
  {
    reason: 'comments',
    pattern:
      /^(?:comments?|(?:reader|user|top(?:[ -]rated)?|recent|latest|newest|best|featured|all) comments?|[[(]\s*\d[\d.,]* comments?\s*[\])]|\d[\d.,]* (?:thoughts?|comments?|replies|responses?) (?:on|to)\b.{2,160}|(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)|discussion|reactions|responses|join the (?:conversation|discussion|debate)|view comments|show comments|have your say|what do you think\?|kommentare?|leserkommentare|kommentar (?:schreiben|hinterlassen|verfassen|abgeben)|schreib(?:e|en sie)? (?:einen|ihren|deinen) kommentar|diskussion|commentaires?|vos (?:réactions|commentaires)|laisser un commentaire|réagir|comentarios|(?:envi[aá]|deja|escribe|escribí|dejar|enviar) (?:un|tu|su) comentario|comentários|(?:deixe|deixar|envie) (?:um|seu|uma) (?:comentário|resposta)|commenti|lascia un commento|reacties|(?:geef|plaats) een reactie|kommentarer|lämna en kommentar|skriv en kommentar|legg igjen en kommentar|komentarze|dodaj komentarz|komentáře|diskuse|hozzászólások|yorumlar|yorum yap|комментарии|комментариев|оставить комментарий|обсуждение|коментарі|التعليقات|تعليقات|أضف تعليقك?|تعليق|评论|評論|网友评论|發表評論|发表评论|コメント|댓글|의견|bình luận)$/u,
  },
  {
    reason: 'sidebar',
    pattern:
      /^(?:(?:most|more) (?:popular|read|shared|viewed|emailed|e-mailed|commented|watched|recent)(?: (?:stories|articles|news|posts|now|today|in .{2,30}|on .{2,30}))?|trending(?: (?:now|stories|topics|news|today|on .{2,30}))?|popular(?: (?:now|stories|posts|articles|news|this week|today|in .{2,30}))?|top (?:stories|news|headlines|videos|articles)(?: .{2,20})?|latest(?: (?:news|stories|headlines|updates|posts|articles|videos|in .{2,30}|from .{2,30}))?|breaking news|just in|editors?'? ?s?'? ?(?:picks?|choice|selection)|today's (?:top|paper|headlines).{0,30}|what's hot|hot topics?|in the news|around the web|from (?:the|around the) web|from our (?:partners|advertisers|sponsors|network)|(?:sponsored|promoted|paid|partner) (?:content|stories|links|posts|results)|ads by .{2,30}|partner sites?|newsletters?|stay (?:connected|informed|in touch|up to date).{0,40}|follow us|connect with us|about us|quick links|useful links|featured (?:video|videos|stories|posts|articles)|more (?:great|top|big|recent|latest) .{2,40}|follow .{2,30} on .{2,20}|meistgelesen|meist gelesen|meistkommentiert|beliebteste artikel|aktuelle (?:artikel|nachrichten|beiträge)|neueste (?:artikel|nachrichten|beiträge|kommentare)|am meisten gelesen|beliebt|les plus (?:lus|partagés)|articles récents|à la une|l[oa]s? más (?:leídas?|leídos?|vistas?|visto|popular|populares|comentadas?)|más (?:leídas|leídos|noticias)|(?:as )?mais (?:lidas|vistas|acessadas)|últimas (?:noticias|notícias)|i più letti|le più lette|meest gelezen|mest (?:lästa|läst|lest|læste)|senaste nytt|najczęściej czytane|najnowsze|popularne|nejčtenější|legolvasottabb|luetuimmat|en çok okunanlar|son dakika|найпопулярніше|популярное|самое читаемое|главные новости|последние новости|новости партнеров|новости партнёров|лента новостей|сейчас читают|الأكثر (?:قراءة|مشاهدة|تداولا|شعبية)|آخر الأخبار|热门(?:新闻|文章|推荐)|最新(?:新闻|消息)|排行榜?|推荐阅读|人気記事|ランキング|アクセスランキング|新着記事|많이 본.{0,12}|실시간 .{0,12}|인기 ?(?:기사|뉴스).{0,10}|최신 ?(?:기사|뉴스).{0,10})$/u,
  },
  {
    reason: 'related',
    pattern:
      /^(?:(?:related|similar|recommended|further|suggested)(?: (?:articles?|stories|story|news|content|coverage|links?|topics?|posts?|videos?|reading|items?|for you|by .{2,20}))?|(?:you )?(?:may|might|could) (?:also |be )?(?:like|interested in|enjoy)|also (?:on|in|from|read|see|interesting) ?.{0,30}|see also|read (?:more|next|also)(?: (?:about|on|from) .{2,40})?|more (?:from|on|about|in|by) .{2,50}|more (?:stories|news|coverage|articles|headlines|videos|like this|to read|to explore)|what to read next|up next|next up|next in .{2,30}|don't miss|in case you missed it|recommended(?: for you)?|we recommend|explore more|keep reading|external links|on the web|topics? in this (?:article|story)|explore (?:more )?(?:on )?(?:these|this) topics?|tags|filed under|topics|mehr (?:zum thema|zu diesem thema|aus .{2,20}|artikel)|lesen sie auch|das könnte sie auch interessieren|ähnliche artikel|verwandte (?:artikel|themen)|à lire aussi|lire aussi|sur le même (?:sujet|thème)|dans la même rubrique|articles (?:liés|similaires|associés)|noticias relacionadas|artículos relacionados|te puede interesar|lea también|más información|más sobre .{2,30}|leia (?:também|mais)|notícias relacionadas|leggi anche|articoli correlati|lees ook|читайте также|материалы по теме|по теме|еще по теме|ещё по теме|другие новости|похожие (?:новости|статьи|материалы)|смотрите также|مواضيع (?:ذات صلة|متعلقة)|أخبار (?:ذات صلة|متعلقة)|اقرأ أيضا|اقرأ أيضًا|also read|explore further|weitere (?:artikel|beiträge|themen|nachrichten|meldungen)|mehr (?:lesen|dazu|davon)|passend dazu|schlagw(?:orte|örter)|pour aller plus loin|voir aussi|lire plus|en relación|también te puede interesar|te recomendamos|(?:veja|saiba) (?:também|mais)|potrebbe interessarti|ti potrebbe interessare.{0,20}|gerelateerd|meer over .{2,40}|läs (?:mer|också|även)|les også|læs også|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|čtěte také|kapcsolódó.{0,20}|ilgili haberler|lue myös|читайте (?:ещё|еще|по теме)|читайте також|相关(?:新闻|阅读|报道|文章|链接)|相關(?:新聞|文章|報導)|延伸(?:阅读|閱讀)|関連(?:記事|リンク|ニュース)|あわせて読みたい.{0,10}|관련 ?(?:기사|뉴스))$/u,
  },
]

/** How the long paragraphs of a page's small print open. */
export const legalNote =
  /^(?:(?:©|&copy;|ⓒ|\(c\)|copyright\b).{0,20}(?:\d{4}|©|ⓒ)|this (?:material|document|article|work|content) (?:may not be (?:published|reproduced)|is (?:subject to|protected by) copyright)|(?:use of|by using) this (?:web ?)?site\b|the (?:information|content) (?:provided|contained) (?:on|in) this (?:web ?)?site\b|quotes (?:are )?delayed\b|market data (?:provided|powered)|we use cookies\b|(?:this|our) (?:web ?)?site uses cookies)/u

/** Lines that close an article; what follows is under suspicion. */
export const endMarks =
  /^(?:-?\s?30\s?-|#{2,}|\*{3,}|-?\s?ends?\s?-|\(end\)|\[end\]|■|◆|∎|\/ends?|\(fin\)|\(konec\)|完|（完）|\(完\))$/u
