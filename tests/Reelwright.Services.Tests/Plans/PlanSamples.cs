namespace Reelwright.Services.Tests.Plans;

/// <summary>Valid plans to begin with.</summary>
internal static class PlanSamples
{
    /// <summary>With every member of the contract, 15 s.</summary>
    public const string Whole =
        """
        {"scenes":[
          {"index":0,"role":"hook","title":"Dawn","prompt":"a cup of coffee","duration":4.5,"start_time":0,"end_time":4.5,"camera":"push_in","transition":"crossfade",
           "on_screen_text":"Slow down","voiceover":"Slow down for a moment.","x_lens":"35mm"},
          {"index":1,"role":"product","title":"Pour","prompt":"coffee is poured","duration":5.5,"start_time":4.5,"end_time":10,"camera":"orbit","transition":"cut",
           "on_screen_text":"Poured by hand","voiceover":"Poured by hand."},
          {"index":2,"role":"cta","title":"Shop","prompt":"the shop at night","duration":5,"start_time":10,"end_time":15,"camera":"static","transition":"cut"}],
         "visual_direction":{"style":"luxury_minimal","mood":"calm","lighting":"soft","palette":["#4a2c17","#d4af37"],"subject":"coffee","motif":"coffee","x_grain":0.10},
         "audio":{"music":{"mood":"calm","tempo_bpm":90,"url":null},"voiceover":{"enabled":false,"voice":"en","script":"Slow down for a moment. Poured by hand."}},
         "text_overlays":[
          {"text":"Slow down","start_time":0.3,"end_time":4.2,"position":"headline","style":"words"},
          {"text":"Poured by hand","start_time":5,"end_time":9.5,"position":"subline","style":"rise","x_font":"Inter"},
          {"text":"Aurora","start_time":10.5,"end_time":15,"position":"end_card","style":"pop"}],
         "call_to_action":"Order now","x_plan":{"id":"p1"}}
        """;

    /// <summary>With what is required and texts in the scenes, 15 s.</summary>
    public const string Sparse =
        """
        {"scenes":[{"prompt":"a cup of coffee","duration":8,"transition":"cut","on_screen_text":"Fresh"},{"prompt":"a cup of tea","duration":7}],
         "visual_direction":"warm and golden","audio":"upbeat"}
        """;

    /// <summary>As short as a film can be with three scenes, 2 s.</summary>
    public const string Short =
        """
        {"scenes":[
          {"role":"hook","prompt":"a cup of coffee","duration":0.6,"transition":"crossfade","on_screen_text":"Slow","voiceover":"Slow down.","camera":"push_in"},
          {"role":"product","prompt":"coffee is poured","duration":0.7,"transition":"cut","on_screen_text":"Poured"},
          {"role":"cta","prompt":"the shop","duration":0.7}],
         "visual_direction":{"style":"luxury_minimal","mood":"calm","palette":["#4a2c17","#d4af37"],"subject":"coffee","motif":"coffee"},
         "audio":{"music":{"mood":"calm","tempo_bpm":90},"voiceover":{"enabled":false,"script":"Slow down."}},
         "text_overlays":[{"text":"Slow","start_time":0,"end_time":0.6,"position":"headline","style":"fade"},{"text":"Poured","start_time":0.7,"end_time":1.9,"position":"top"}],
         "call_to_action":"Order"}
        """;
}
