using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Serving;
using Reelwright.Terminal;
using Reelwright.Testing;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Serving;

/// <summary>Which server a command speaks to when one answers at the default address but works on another folder.</summary>
public sealed class ServerFinderTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private CommandRun server = null!;
    private Uri address = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = CommandRun.Start(folder.Path, null, "serve", "--port", "0", "--data", "theirs");
        await Eventually.Within(Bound, () => RunningServer.Read(folder["theirs"]) is not null, Stop);
        address = new Uri(RunningServer.Read(folder["theirs"])!.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_folder_that_was_named_passes_it_over_and_says_how_to_use_it()
    {
        var finder = new ServerFinder(null, folder["ours"]) { Default = address };

        (await finder.FindAsync(Stop)).ShouldBeNull();
        (await finder.PassedOverAsync(Stop)).ShouldBe($" The one at {address} works on other data; to use it, add --server {address}.");
    }

    [Fact]
    public async Task Where_no_folder_was_named_it_is_used_and_said_to_be_elsewhere()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(ServerOptions.DataVariable) is { Length: > 0 }, "DATA_DIR names a folder for every command here.");

        var found = await new ServerFinder(null, null) { Default = address }.FindAsync(Stop);

        found!.Url.ShouldBe(address);
        found.IsElsewhere.ShouldBeTrue();
        found.Remark.ShouldStartWith($"Using the server at {address}, which does not work on {Path.GetFullPath("data")}: its jobs and films are kept elsewhere.");
    }

    [Fact]
    public async Task The_server_of_the_folder_comes_before_the_default_one()
    {
        var found = await new ServerFinder(null, folder["theirs"]) { Default = new Uri($"http://127.0.0.1:{FreePort.Take()}") }.FindAsync(Stop);

        found!.Remark.ShouldBe($"Using the server at {address.AbsoluteUri.TrimEnd('/')}, which works on {folder["theirs"]}");
        found.IsElsewhere.ShouldBeFalse();
    }
}
