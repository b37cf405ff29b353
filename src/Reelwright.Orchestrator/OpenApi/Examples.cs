namespace Reelwright.Orchestrator.OpenApi;

/// <summary>The examples of the OpenAPI document. A test compares each with what the API accepts and answers.</summary>
internal static class Examples
{
    public const string Request =
        """
        {
          "prompt": "Create an ad for handmade luxury watches, elegant and calm, with gold on black",
          "duration": 30,
          "aspect_ratio": "9:16",
          "brand_guidelines": {"primary_color": "#D4AF37", "secondary_color": "#000000", "style": "luxury, minimal", "name": "Aurelia"},
          "options": {"language": "en", "call_to_action": "Discover more", "music": "elegant", "captions": "off"},
          "metadata": {"campaign": "spring"},
          "max_cost_usd": 2.50,
          "variants": ["1:1"]
        }
        """;

    public const string Limits =
        """
        {"limits": [
          {"service": "prompt-parser", "max_in_flight": null},
          {"service": "image-generation", "max_in_flight": null},
          {"service": "video-generation", "max_in_flight": 8},
          {"service": "composition", "max_in_flight": null}
        ]}
        """;

    public const string LimitChange =
        """
        {"max_in_flight": 8}
        """;

    public const string Created =
        """
        {
          "job_id": "550e8400-e29b-41d4-a716-446655440000",
          "status": "queued",
          "created_at": "2025-11-14T10:30:00Z",
          "estimated_completion_time": "2025-11-14T10:32:33Z",
          "estimated_cost_usd": 0.00
        }
        """;

    public const string Job =
        """
        {
          "job_id": "550e8400-e29b-41d4-a716-446655440000",
          "status": "processing",
          "progress": {
            "current_stage": "video_generation",
            "stages_completed": ["prompt_parsing", "image_generation"],
            "stages_remaining": ["video_generation", "composition"],
            "percentage": 60
          },
          "cost": {"prompt_parsing": 0.05, "image_generation": 0.30, "video_generation": 1.20, "composition": 0.00, "total": 1.55},
          "result": null,
          "error": null,
          "created_at": "2025-11-14T10:30:00Z",
          "updated_at": "2025-11-14T10:32:15Z",
          "completed_at": null,
          "failed_at": null,
          "cancelled_at": null,
          "request": {
            "prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16", "brand_guidelines": {}, "options": {}, "metadata": {},
            "max_cost_usd": null, "max_in_doubt_usd": null, "priority": 5, "cache": true, "variants": []
          },
          "assets": {
            "plan": {"scenes": [{"prompt": "A watch on black velvet", "duration": 30}]},
            "reference_image_url": "https://cdn.example.com/reference.png",
            "clips": [{"index": 0, "video_url": "https://cdn.example.com/clip.mp4", "status": "succeeded"}]
          },
          "parent_job_id": null,
          "warnings": [],
          "in_doubt_usd": 0.00
        }
        """;

    public const string Retry = """{"accept_double_payment": true, "max_cost_usd": 8.00}""";

    public const string Events = "id: 7\nevent: progress\ndata: {\"status\":\"processing\",\"current_stage\":\"video_generation\",\"percentage\":60}\n\n";

    public const string Unhealthy =
        """{"status": "unhealthy", "service": "ai-video-orchestrator", "database": "disconnected", "error": "Failed to connect to database"}""";

    public const string NotReady =
        """
        {
          "status": "not_ready",
          "checks": [{"name": "media_tools", "status": "failing", "problem": "ffmpeg was not found.", "cure": "Install it: apt-get install ffmpeg."}]
        }
        """;

    /// <summary>An example problem for each status.</summary>
    public static string Problem(int status) => status switch
    {
        400 => Of(400, "Bad Request", "INVALID_INPUT", "duration must be a whole number from 15 to 60.", """, "errors": {"duration": ["must be a whole number from 15 to 60"]}"""),
        404 => Of(404, "Not Found", "NOT_FOUND", "There is no job 550e8400-e29b-41d4-a716-446655440000."),
        409 => Of(409, "Conflict", "CONFLICT", "The job is completed, and can't be cancelled in that state."),
        413 => Of(413, "Payload Too Large", "PAYLOAD_TOO_LARGE", "The body is larger than the 65536 bytes that a request may have."),
        415 => Of(415, "Unsupported Media Type", "UNSUPPORTED_MEDIA_TYPE", "Send JSON with Content-Type: application/json."),
        422 => Of(422, "Unprocessable Entity", "IDEMPOTENCY_MISMATCH", "The Idempotency-Key was used before with another request body."),
        429 => Of(429, "Too Many Requests", "RATE_LIMITED", "The limit of calls per minute is reached. Try again in 12 s."),
        503 => Of(503, "Service Unavailable", "UNAVAILABLE", "The database is not available at the moment; try again soon."),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "The API answers no problem of that status."),
    };

    private static string Of(int status, string title, string code, string detail, string errors = "") =>
        $$"""
        {"type": "about:blank", "title": "{{title}}", "status": {{status}}, "detail": "{{detail}}", "instance": "/api/v1/jobs", "code": "{{code}}"{{errors}}}
        """;
}
