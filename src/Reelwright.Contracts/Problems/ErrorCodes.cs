namespace Reelwright.Contracts.Problems;

/// <summary>The values of <c>code</c> in problems and of <c>error.code</c> in failed jobs.</summary>
public static class ErrorCodes
{
    public const string InvalidInput = "INVALID_INPUT";
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Forbidden = "FORBIDDEN";
    public const string NotFound = "NOT_FOUND";
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    public const string Conflict = "CONFLICT";
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string IdempotencyMismatch = "IDEMPOTENCY_MISMATCH";
    public const string RateLimited = "RATE_LIMITED";
    public const string Overloaded = "OVERLOADED";
    public const string Unavailable = "UNAVAILABLE";

    public const string PromptParsingFailed = "PROMPT_PARSING_FAILED";
    public const string ImageGenerationFailed = "IMAGE_GENERATION_FAILED";
    public const string VideoGenerationFailed = "VIDEO_GENERATION_FAILED";
    public const string CompositionFailed = "COMPOSITION_FAILED";
    public const string BudgetExceeded = "BUDGET_EXCEEDED";
    public const string PaymentInDoubt = "PAYMENT_IN_DOUBT";
    public const string ContentRejected = "CONTENT_REJECTED";
    public const string DeadlineExceeded = "DEADLINE_EXCEEDED";
    public const string Cancelled = "CANCELLED";
    public const string InternalError = "INTERNAL_ERROR";
}
