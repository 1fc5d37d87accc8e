using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OpenAso.Tests.Postgres;

/// <summary>A PostgreSQL server of this process's own, on loopback in a temporary folder, for tests without waiting for
/// the disk; or the one that <c>OPENASO_POSTGRES</c> names, whose user may make databases and roles.</summary>
public static class PostgresTestServer
{
    private const string Variable = "OPENASO_POSTGRES";
    private const string Administrator = "openaso";
    private static readonly Lazy<string> Address = new(Start);
    private static int _databases;

    /// <summary>Whether it waits for the disk, as a server in earnest does: said before the first database is made.
    /// </summary>
    public static bool IsDurable { get; set; }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its address.</returns>
    public static string NewDatabase() => Made(Address.Value, "");

    /// <summary>Makes a copy of a database that nobody is connected to.</summary>
    /// <returns>Its address.</returns>
    public static string CopyOf(string address) =>
        Made(address, $" template {new NpgsqlConnectionStringBuilder(address).Database}");

    /// <summary>Takes a database away, whoever is connected.</summary>
    public static void Drop(string address) =>
        Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(address).Database} with (force)");

    /// <summary>Executes a statement as the user that may do everything.</summary>
    public static void Execute(string sql, string? address = null)
    {
        using var connection = new NpgsqlConnection(address ?? Address.Value);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string Made(string near, string how)
    {
        var name = string.Create(CultureInfo.InvariantCulture,
            $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        Execute($"create database {name}{how}");
        return new NpgsqlConnectionStringBuilder(near) { Database = name }.ConnectionString;
    }

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        var programs = Programs();
        var folder = Directory.CreateTempSubdirectory("openaso-postgres-").FullName;
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
            Run("chown", "postgres", folder);
        AsUser(Path.Combine(programs, "initdb"),
            "-D", folder, "-U", Administrator, "--auth=trust", "-N", "-E", "UTF8", "--locale=C.UTF-8");
        var durability = IsDurable
            ? "-c shared_buffers=1GB -c max_wal_size=4GB -c wal_compression=on"
            : "-c fsync=off -c max_connections=200";
        var settings = string.Create(CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {durability}");
        AsUser(Path.Combine(programs, "pg_ctl"),
            "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "-o", settings, "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(programs, folder);
        return new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = Administrator,
            Database = "postgres",
            Pooling = false,
        }.ConnectionString;
    }

    private static void Stop(string programs, string folder)
    {
        AsUser(Path.Combine(programs, "pg_ctl"), "-D", folder, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            && Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault(
                folder => File.Exists(Path.Combine(folder, "bin", "initdb"))) is { } newest
            ? Path.Combine(newest, "bin")
            : throw new InvalidOperationException(
                $"The tests need PostgreSQL: install Debian's package postgresql, or name a server in {Variable}.");

    // The server refuses to run as root.
    private static void AsUser(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server keeps what it inherits: nothing may wait for the end of its output.
        using var process = Process.Start(new ProcessStartInfo(
            "sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments])
        {
            WorkingDirectory = "/",
        })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
