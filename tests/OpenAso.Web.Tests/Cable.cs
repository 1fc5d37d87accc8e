using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OpenAso.Web.Tests;

/// <summary>Lies between a browser and a server, and can be cut and mended.</summary>
public sealed class Cable : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly CancellationTokenSource _end = new();
    private TcpListener _listener;
    private Task _accepting;

    /// <param name="server">The other end.</param>
    public Cable(Uri server)
    {
        _server = server;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Where a browser finds it.</summary>
    public Uri Address { get; }

    /// <summary>Everything that is under way ends, and nobody gets through any more.</summary>
    public async Task CutAsync()
    {
        _listener.Stop();
        await _accepting;
        while (_open.TryTake(out var client))
            client.Dispose();
    }

    /// <summary>It is as it was.</summary>
    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Address.Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await CutAsync();
        _end.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception stopped) when (stopped is SocketException or OperationCanceledException
            or ObjectDisposedException)
        {
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        var far = new TcpClient();
        _open.Add(near);
        _open.Add(far);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _server.Port, _end.Token);
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream(), _end.Token),
                far.GetStream().CopyToAsync(near.GetStream(), _end.Token));
        }
        catch (Exception cut) when (cut is SocketException or IOException or OperationCanceledException
            or ObjectDisposedException or InvalidOperationException)
        {
        }
        near.Dispose();
        far.Dispose();
    }
}
