using System.Diagnostics.Tracing;

namespace Reelwright.Testing.Crashes;

/// <summary>Hears from the HTTP client when the body of a request has left: of ours only paid calls have one.</summary>
internal sealed class SentRequests : EventListener
{
    private static SentRequests? listening;
    private CrashPoint? point;

    public static void Watch(CrashPoint point) => listening = new SentRequests { point = point };

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Http")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "RequestContentStop")
        {
            point?.Reach(CrashPoint.AfterSend);
        }
    }
}
