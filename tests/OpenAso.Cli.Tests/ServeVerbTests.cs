using System.Net;
using System.Net.Sockets;

namespace OpenAso.Cli.Tests;

/// <summary><c>openaso serve</c> as a process of its own.</summary>
[Trait("speed", "slow")]
public sealed class ServeVerbTests(ServerBooksFixture books) : IClassFixture<ServerBooksFixture>
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Books_of_either_place_are_served_until_somebody_stops_it_politely(bool onServer)
    {
        using var listener = Listening();
        var address = AddressOf(listener);
        listener.Stop();
        using var serving = CommandProcess.Start(
            ["serve", "--urls", address, .. onServer ? books.Server : ["--dir", books.Folder]]);
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        Assert.Equal("live", await LiveAsync(client, serving));
        Assert.Equal("ready", await client.GetStringAsync("/health/ready", Stop));
        Assert.StartsWith("{", await client.GetStringAsync("/openapi/v1.json", Stop), StringComparison.Ordinal);
        Assert.Contains("<form", await client.GetStringAsync("/sign-in", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/employers", Stop)).StatusCode);

        var stopped = await serving.KillAfterAsync(TimeSpan.Zero, politely: true);
        Assert.Equal((ExitCode.Done, ""), (stopped.Code, stopped.Output));
        Assert.Contains($"at {address} (Ctrl-C stops it).", stopped.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", stopped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said_and_another_one_asked_for()
    {
        using var listener = Listening();

        var refused = await CommandProcess.RunAsync("serve", "--urls", AddressOf(listener), "--dir", books.Folder);

        Assert.Equal((ExitCode.CouldNotRun, ""), (refused.Code, refused.Output));
        Assert.Equal(
            $"openaso: Nothing can be served at {AddressOf(listener)} (Failed to bind to address "
                + $"{AddressOf(listener)}: address already in use). Name another address with --urls, for example "
                + "http://127.0.0.1:5081.",
            refused.Error.TrimEnd().Split('\n')[^1]);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    private static TcpListener Listening()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static string AddressOf(TcpListener listener) => $"http://{(IPEndPoint)listener.LocalEndpoint}";

    private static async Task<string> LiveAsync(HttpClient client, CommandProcess serving)
    {
        while (!serving.HasEnded)
        {
            try
            {
                return await client.GetStringAsync("/health/live", Stop);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(Between, TimeProvider.System, Stop);
            }
        }
        return (await serving.ResultAsync()).Error;
    }
}
