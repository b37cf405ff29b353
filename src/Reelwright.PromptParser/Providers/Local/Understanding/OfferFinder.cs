using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Finds a price, a discount or something free, in the words of the prompt: a figure in the copy always comes from here.</summary>
internal static partial class OfferFinder
{
    /// <summary>What a price is for: "a month", "per walk", "la botella".</summary>
    private const string Unit =
        @"(?:\s?(?:/\s?|(?:per|an?|the|al|la|le|par|pro|por|im|am|op|il|o|à la|à l['’])\s)"
        + @"(?:months?|mo|years?|weeks?|days?|hours?|hr|nights?|persons?|person|head|cup|walk|visit|lesson|class|session|kg|kilo|lit(?:re|er)|bottle|piece|bunch|box|seat|ticket"
        + @"|mois|jour|heure|nuit|personne|monat|jahr|tag|stunde|woche|nacht|stück|flasche|mes|año|día|hora|noche|persona|botella|mese|anno|giorno|ora|notte|bottiglia|mês|ano|dia|garrafa|maand|jaar|uur|stuk|fles)\b)?";

    public static Match? Find(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? match : null;
    }

    [GeneratedRegex(
        @"(?:\b(?:(?:new|first-time) (?:clients?|customers?|members?|patients?|guests?|students?) |neukunden )?(?:get |save |up to |bis zu |jusqu'à |hasta )*[-–]?\s?\d{1,2}\s?(?:%|percent|pour ?cent|prozent|por ciento|per cento)(?:\s(?:off|discount|de réduction|de remise|rabatt|de descuento|di sconto|de desconto|günstiger|reduziert)|オフ|割引|引き|\s?할인|の割引)(?:\s(?:your|the|on your|on the|for your)?\s?(?:first|today|this week|this month|this weekend|next|new)(?:\s(?:order|orders|month|purchase|box|visit|class|items?|year|week))?)?(?:\s(?:until|till)\s(?:\p{Lu}\p{L}+day|midnight|\p{Lu}\p{L}+ \d{1,2}(?:st|nd|rd|th)?)|\swith code \p{Lu}+\d*)?"
        + @"|[-–]\s?\d{1,2}\s?%(?:\s(?:sur|auf|en|su|em|on)\s[\p{L}\s]{3,25}(?=$|[.,;!?]))?"
        + @"|\b(?:buy one,? get one(?: free)?|bogo|two for one|2 for 1|2-for-1|half price|half off|zwei für eins|2x1|2 por 1)\b(?:\s(?:on|every|each|until|before|after|am|jeden|bis|los|cada|hasta)\s[\p{L}\d]+(?:\s(?:am|pm)\b)?)?"
        + @"|\bfree (?:worldwide |express |same[- ]day |next[- ]day |home |uk |us )?(?:shipping|delivery|trial|returns|consultation|sample|samples|first class|first lesson|first month|demo|month|coffee|dessert|quote|estimate|plan|week)\b(?: (?:for|over|on|above|from) [^.,;]{2,24})?"
        + @"|\b\d{1,3}[- ]day free trial\b|\b(?:the |your )?first (?:month|class|lesson|order|box|delivery|week|coffee|night|session|visit|ride) (?:is |at )?(?:free|half price|half off|on us)\b|\bno card (?:needed|required)\b"
        + @"|\b\d{1,3} (?:jours|mois|semaines) d'essai gratuits?\b|\b\d{1,3} (?:Tage|Wochen|Monate) (?:kostenlos|gratis)(?: testen)?\b|\b\d{1,3} (?:días|giorni|dias|meses|mesi) (?:de|di) (?:prueba|prova|teste) (?:gratis|gratuita|grátis)\b"
        + @"|\b(?:livraison (?:gratuite|offerte)|essai gratuit|premier mois offert|satisfait ou remboursé|kostenloser versand|gratis versand|versandkostenfrei|kostenlose lieferung|kostenlos testen|envío gratis|envíos gratis|prueba gratis|primer mes gratis|spedizione gratuita|prova gratuita|consegna gratuita|frete grátis|teste grátis|entrega grátis|gratis bezorging|gratis verzending|gratis proefles|eerste les gratis|darmowa dostawa|ücretsiz kargo|ücretsiz teslimat|бесплатная доставка|доставка бесплатно|первое занятие бесплатно|primeiro mês grátis)\b"
        + @"|\d{1,2}\s?[%٪]\s(?:הנחה|خصم|छूट|indirim|скидк[аи]|знижк[аи]|zniżki|taniej|έκπτωση)|[%٪]\s?\d{1,2}\s(?:indirim|خصم)"
        + @"|(?:ลด(?:ราคา)?|ส่วนลด|خصم|הנחה של|скидк[аи]|знижк[аи]|zniżka|έκπτωση)\s?[-–]?\d{1,2}\s?[%٪]"
        + @"|送料無料|初月無料|無料体験|包邮|免费试用|免运费|무료\s?배송|무료\s?체험|\d+%\s?(?:オフ|OFF|割引|할인)|\d(?:\.\d)?折"
        + @"|(?:\b(?:(?:tickets|prices|plans|rooms|start|starts|starting) (?:from|at|with)|from|only|just|for only|for just|starting at|under|as little as|ab|nur|für nur|vanaf|à partir de|seulement|dès|desde|solo|da|a partire da|a partir de|apenas|por|voor)\s)?(?:[$€£¥₹₩]\s?\d+(?:[.,]\d{2,3})*" + Unit + @"|\b\d+(?:[.,]\d{2})?\s?(?:€|euros?|dollars?|pounds?|円|元|원)" + Unit + @")(?!\d|\s(?:gives|feeds|buys|plants|pays|provides)\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
