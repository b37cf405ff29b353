using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Web;

namespace Reelwright.Hosting.Problems;

/// <summary>Title, code and detail of a bare status.</summary>
internal sealed record StatusMeaning(string Title, string Code, string Detail)
{
    public static StatusMeaning Of(int status)
    {
        // 408, 412, 414, 416, 431 and 505 have no code of their own in the API's list. They carry the nearest one, and the status tells
        // them apart: CONFLICT where the present state is the cause, else INVALID_INPUT, because the request is at fault and not the
        // server.
        var (code, detail) = status switch
        {
            StatusCodes.Status401Unauthorized =>
                (ErrorCodes.Unauthenticated, "This call needs a valid credential in the Authorization header."),
            StatusCodes.Status403Forbidden => (ErrorCodes.Forbidden, "This credential does not allow that."),
            StatusCodes.Status404NotFound => (ErrorCodes.NotFound, "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed =>
                (ErrorCodes.MethodNotAllowed, "This address does not accept that method; the Allow header lists those that it accepts."),
            StatusCodes.Status408RequestTimeout => (ErrorCodes.InvalidInput, "The request did not arrive in time."),
            StatusCodes.Status409Conflict => (ErrorCodes.Conflict, "That is not possible in the present state."),
            StatusCodes.Status413PayloadTooLarge => (ErrorCodes.PayloadTooLarge, "The body is too large."),
            StatusCodes.Status412PreconditionFailed => (ErrorCodes.Conflict, "What is here is not what the request's conditions ask for."),
            StatusCodes.Status414UriTooLong => (ErrorCodes.InvalidInput, "The address is too long."),
            StatusCodes.Status415UnsupportedMediaType => (ErrorCodes.UnsupportedMediaType, "Send the body as application/json."),
            StatusCodes.Status416RangeNotSatisfiable =>
                (ErrorCodes.InvalidInput, "The file has no such range; the Content-Range header gives its length."),
            StatusCodes.Status431RequestHeaderFieldsTooLarge =>
                (ErrorCodes.InvalidInput, $"The headers are larger than {KestrelSetup.MaxHeaderBytes / 1024} KiB, or too many."),
            StatusCodes.Status505HttpVersionNotsupported =>
                (ErrorCodes.InvalidInput, "This version of HTTP is not supported; use HTTP/1.1."),
            StatusCodes.Status429TooManyRequests =>
                (ErrorCodes.RateLimited, "Too many requests; the Retry-After header gives the time to wait."),
            StatusCodes.Status503ServiceUnavailable => (ErrorCodes.Unavailable, "This is not available at the moment; try again soon."),
            >= 500 =>
                (ErrorCodes.InternalError, "The server failed to handle the request. The log has the details under the trace id."),
            _ => (ErrorCodes.InvalidInput, "The request could not be understood."),
        };
        return new StatusMeaning(ReasonPhrases.GetReasonPhrase(status), code, detail);
    }
}
