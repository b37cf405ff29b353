using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Web;

namespace Reelwright.Hosting.Problems;

/// <summary>What a bare status says to a client of ours.</summary>
internal sealed record StatusMeaning(string Title, string Code, string Detail)
{
    public static StatusMeaning Of(int status)
    {
        // 408, 412, 414, 416, 431 and 505 have no code of their own in the API's list. They carry the one that comes nearest, and the status tells them apart:
        // CONFLICT where a state is in the way, else INVALID_INPUT, which says that the request is at fault and not the server.
        var (code, detail) = status switch
        {
            StatusCodes.Status401Unauthorized => (ErrorCodes.Unauthenticated, "This call needs a valid credential in the Authorization header."),
            StatusCodes.Status403Forbidden => (ErrorCodes.Forbidden, "This credential does not allow that."),
            StatusCodes.Status404NotFound => (ErrorCodes.NotFound, "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => (ErrorCodes.MethodNotAllowed, "This address does not take that method; the Allow header names those it takes."),
            StatusCodes.Status408RequestTimeout => (ErrorCodes.InvalidInput, "The request did not arrive in time."),
            StatusCodes.Status409Conflict => (ErrorCodes.Conflict, "That is not possible in the present state."),
            StatusCodes.Status413PayloadTooLarge => (ErrorCodes.PayloadTooLarge, "The body is too large."),
            StatusCodes.Status412PreconditionFailed => (ErrorCodes.Conflict, "What is here is not what the request's conditions ask for."),
            StatusCodes.Status414UriTooLong => (ErrorCodes.InvalidInput, "The address is too long."),
            StatusCodes.Status415UnsupportedMediaType => (ErrorCodes.UnsupportedMediaType, "Send the body as application/json."),
            StatusCodes.Status416RangeNotSatisfiable => (ErrorCodes.InvalidInput, "The file has no such range; the Content-Range header says how long it is."),
            StatusCodes.Status431RequestHeaderFieldsTooLarge => (ErrorCodes.InvalidInput, $"The headers are larger than {KestrelSetup.MaxHeaderBytes / 1024} KiB, or too many."),
            StatusCodes.Status505HttpVersionNotsupported => (ErrorCodes.InvalidInput, "This version of HTTP is not spoken here; use HTTP/1.1."),
            StatusCodes.Status429TooManyRequests => (ErrorCodes.RateLimited, "Too many requests; the Retry-After header says when to come back."),
            StatusCodes.Status503ServiceUnavailable => (ErrorCodes.Unavailable, "This is not available at the moment; try again soon."),
            >= 500 => (ErrorCodes.InternalError, "Something went wrong on our side. The log has the details under this answer's trace."),
            _ => (ErrorCodes.InvalidInput, "The request could not be understood."),
        };
        return new StatusMeaning(ReasonPhrases.GetReasonPhrase(status), code, detail);
    }
}
