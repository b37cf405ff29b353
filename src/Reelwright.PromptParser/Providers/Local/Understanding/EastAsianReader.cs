using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Reads Japanese, Chinese and Korean prompts: what describes the product stands before it, what more it can do stands after a comma.</summary>
internal static partial class EastAsianReader
{
    private const int PhraseLimit = 16;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    public static Reading Read(string prompt, string language, string? quotedName)
    {
        var reading = new Reading { Brand = quotedName };
        var framed = ChineseFrame().Match(prompt);
        var text = framed.Success ? framed.Groups["product"].Value + "，" + prompt[framed.Length..] : Lead().Replace(prompt, "");
        text = Tail().Replace(text, "");
        text = Noise().Replace(text, "").Trim(' ', '、', '。', '，', ',', '.', '！', '!', '：', ':');
        if (OfferFinder.Find(text) is { } offer)
        {
            reading.Offer = offer.Value.Trim();
        }

        reading.Subject = text;
        var isMain = true;
        foreach (var clause in Boundary().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (Instruction().IsMatch(clause))
            {
                reading.ToneTexts.Add(clause);
            }
            else if (isMain && (ProductLexicon.Find(clause) is not null || ProductLexicon.Find(text) is null))
            {
                ReadProduct(clause, language, reading);
                isMain = false;
            }
            else if (clause != reading.Offer)
            {
                reading.AddFeature(clause, FeatureKind.Noun);
            }
        }

        return reading;
    }

    private static void ReadProduct(string clause, string language, Reading reading)
    {
        var text = TakeAudience(Empty().Replace(clause, ""), reading);
        text = TakePlace(text, reading);
        text = Empty().Replace(text, "");
        var link = language switch { "ja" => "の", "zh" => "的", _ => "의 " };
        var parts = text.Split(link, StringSplitOptions.RemoveEmptyEntries);
        var product = parts.Length == 0 ? text : parts[^1].Trim();
        if (parts.Length > 1 && ProductLexicon.Find(product) is null && ProductLexicon.Find(text) is not null && PromptText.Length(text) <= PhraseLimit)
        {
            product = text;
        }
        else
        {
            foreach (var part in parts.SkipLast(1).Where(part => PromptText.Length(part) >= 3))
            {
                reading.AddFeature(part, FeatureKind.Noun);
            }
        }

        product = Particle().Replace(Empty().Replace(product, ""), "");
        if (reading.Brand is { } brand && product.Length > brand.Length)
        {
            product = product.Replace(brand, "", StringComparison.Ordinal).Trim();
        }

        if (PromptText.Length(product) > PhraseLimit && ProductLexicon.Find(product) is { } match)
        {
            product = match.Words;
        }

        reading.ProductPhrase = PromptText.Shorten(product, PhraseLimit);
    }

    private static string TakeAudience(string text, Reading reading)
    {
        var match = Audience().Match(text);
        if (!match.Success)
        {
            return text;
        }

        reading.Audience = match.Groups["who"].Value.Trim();
        return text.Remove(match.Index, match.Length).Trim();
    }

    private static string TakePlace(string text, Reading reading)
    {
        var match = Place().Match(text);
        if (!match.Success)
        {
            return text;
        }

        reading.Place = match.Groups["place"].Value;
        return text.Remove(match.Index, match.Length).Trim();
    }

    [GeneratedRegex(@"^(?:(?:请|請|帮我|幫我|给我|给我们|为我|我想|我要|麻烦)*(?:制作|製作|创建|创作|生成|拍摄|设计|做)(?:一个|一條|一条|一支|一段|一则|个)?(?:\d+\s?秒(?:钟|鐘)?的?)?(?:的)?(?:抖音|小红书|微信|微博|instagram|tiktok|youtube)?\s?的?(?:短|竖屏)?(?:视频|影片)?(?:广告|廣告|视频|宣传片|影片|短片)(?:片|视频)?\s*[，,：:]?\s*(?:关于|来推广|推广|宣传|介绍|主题是|产品是)?\s*[：:]?\s*|(?:\d+\s?秒|インスタ(?:グラム)?|tiktok|ティックトック|youtube|縦型)(?:の|用の?|向けの?|で)?\s*)+", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:请|帮我|请帮我|我想|我要)*(?:制作|创建|创作|生成|拍摄|设计|做|拍)(?:一个|一条|一支|一段|一则|个)?(?:\d+\s?秒(?:钟)?的?)?(?:关于|有关|介绍|推广|宣传)?(?<product>[^，,。]{2,40}?)的?(?:短视频|短|竖屏|视频)?(?:广告|宣传片|视频|影片|短片)[，,。]?|^(?:请|帮我|请帮我)?[为给替](?<product>[^，,。]{2,40}?)(?:制作|创建|创作|生成|拍摄|设计|做|拍)(?:一个|一条|一支|一段|一则|个)?(?:\d+\s?秒(?:钟)?的?)?[^，,。]{0,12}?(?:广告|视频|宣传片|影片|短片)[，,。]?", Options)]
    private static partial Regex ChineseFrame();

    [GeneratedRegex(@"(?:(?:の|について|を(?:宣伝|紹介|PR)(?:する|した))?\s?(?:\d+\s?秒(?:間)?の?)?(?:の)?(?:インスタ(?:グラム)?|tiktok|ティックトック|youtube|ショート|縦型|短い|おしゃれな|かわいい|かっこいい)*(?:用|向け)?の?\s?(?:プロモーション|pr|宣伝|動画)?(?:広告|cm|コマーシャル|動画|ムービー|ビデオ)(?:動画|ムービー)?(?:を|が)?\s?(?:作って|作成|制作|つくって|作り|生成|ほしい|欲しい|お願い|必要)[^。、！!\n]*|の(?:広告|cm|動画広告|プロモーション動画)(?:$|(?=[。、]))|的?(?:\d+秒)?(?:募捐|宣传|招募|促销|推广|品牌)?(?:短)?(?:视频)?(?:广告|宣传片|视频|影片)$|(?:의|에 대한|을 위한|를 위한)?\s?(?:\d+\s?초(?:짜리)?\s?)?(?:의\s)?(?:인스타그램|인스타|틱톡|유튜브|짧은|세로)?\s?(?:쇼츠|릴스|홍보|세로형)?\s?(?:광고|동영상|영상|비디오)(?:\s?영상)?(?:을|를)?\s?(?:하나\s)?(?:만들|제작|생성|부탁|필요).*|(?:의|에 대한|을 위한|를 위한)?\s?(?:\d+\s?초(?:짜리)?\s?(?:의\s)?)?(?:인스타그램|인스타|틱톡|유튜브)?\s?(?:홍보\s?)?(?:광고|영상)(?:\s?영상)?(?=$|[,.!]))", Options)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\d+\s?(?:秒|초)(?:間|钟|짜리)?(?:の|的|의)?|(?:9:16|16:9|1:1)", Options)]
    private static partial Regex Noise();

    [GeneratedRegex(@"[、。，！？!?；;：:\n,…]+|(?<=\D)\.(?=\s|$)|\s[-–—]\s", Options)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(?:雰囲気|トーン|スタイル|音楽|bgm|にして|使って|見せて|してください|お願いします|风格|风格的|音乐|氛围|画面|色调|使用|분위기|스타일|음악|톤|해줘|해 주세요|사용해)", Options)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^(?<who>[^の的、，,]{1,14}?)(?:のための|向けの|向け|にぴったりの)|^(?<who>[^的，,]{1,12}?)(?:专属的?|专用的?)|(?:适合|面向|为)(?<who>[^的，,]{1,12}?)(?:打造|准备|设计)?的|^(?<who>[\p{L}\s]{1,14}?)(?:을|를) 위한\s", Options)]
    private static partial Regex Audience();

    [GeneratedRegex(@"^(?<place>東京|京都|大阪|札幌|福岡|名古屋|横浜|神戸|沖縄|北海道|鎌倉|奈良|金沢|仙台|広島|渋谷|新宿|浅草|宇治|北京|上海|广州|深圳|成都|杭州|重庆|西安|南京|苏州|武汉|香港|台北|云南|서울|부산|제주도|제주|대구|인천|광주|대전|강남|홍대|성수동|성수|전주|경주|이태원|강릉)(?:にある|の|的|의\s?|에 있는\s?|\s)?(?=.)", Options)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:新しい|新発売の|新発売|人気の|私たちの|当社の|うちの|弊社の|最新の|最高の|一家|一款|一种|新款|全新的?|我们的?|新的|最新的?|새로운\s?|신상\s?|우리\s?|저희\s?|최고의\s?|최신\s?|신제품\s?)+", Options)]
    private static partial Regex Empty();

    [GeneratedRegex(@"(?:[をはがにへで]|について|을|를)$", Options)]
    private static partial Regex Particle();
}
