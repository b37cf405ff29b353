using Npgsql;
using Reelwright.Storage.Postgres;

namespace Reelwright.Storage.Tests.Postgres;

public sealed class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgresql://ada:secret@db.example:6432/films")]
    [InlineData("postgres://ada:secret@db.example:6432/films")]
    [InlineData("POSTGRESQL://ada:secret@db.example:6432/films")]
    [InlineData("postgresql+asyncpg://ada:secret@db.example:6432/films")]
    [InlineData("postgresql+psycopg2://ada:secret@db.example:6432/films?connect_timeout=3")]
    [InlineData("  postgresql://ada:secret@db.example:6432/films\n")]
    [InlineData("postgresql://db.example:6432/films?user=ada&password=secret")]
    [InlineData("postgresql:///films?host=db.example&port=6432&user=ada&password=secret")]
    [InlineData("Host=db.example;Port=6432;Database=films;Username=ada;Password=secret")]
    public void Every_common_spelling_is_understood(string url)
    {
        var settings = DatabaseUrl.Parse(url);

        settings.Host.ShouldBe("db.example");
        settings.Port.ShouldBe(6432);
        settings.Database.ShouldBe("films");
        settings.Username.ShouldBe("ada");
        settings.Password.ShouldBe("secret");
    }

    [Theory]
    [InlineData("p@ss/word:%#?&=", "p%40ss%2Fword%3A%25%23%3F%26%3D")]
    [InlineData("with:colon", "with:colon")]
    [InlineData("with@sign", "with@sign")]
    [InlineData("ключ", "%D0%BA%D0%BB%D1%8E%D1%87")]
    [InlineData("plus+stays", "plus+stays")]
    public void A_password_may_have_any_character(string password, string written) =>
        DatabaseUrl.Parse($"postgresql://ada:{written}@db/films").Password.ShouldBe(password);

    [Theory]
    [InlineData("postgresql://[::1]:5433/films", "::1", 5433)]
    [InlineData("postgresql://[2001:db8::7]/films", "2001:db8::7", 5432)]
    [InlineData("postgresql://%2Fvar%2Frun%2Fpostgresql/films", "/var/run/postgresql", 5432)]
    [InlineData("postgresql://ada@/films?host=/var/run/postgresql", "/var/run/postgresql", 5432)]
    [InlineData("postgresql://one,two:5433/films", "one,two", 5433)]
    [InlineData("postgresql://one:5432,two:5433/films", "one:5432,two:5433", 5432)]
    [InlineData("postgresql:///films", "localhost", 5432)]
    public void Hosts_may_be_addresses_folders_and_several(string url, string host, int port)
    {
        var settings = DatabaseUrl.Parse(url);

        settings.Host.ShouldBe(host);
        settings.Port.ShouldBe(port);
    }

    [Theory]
    [InlineData("sslmode=require", SslMode.Require)]
    [InlineData("sslmode=verify-full", SslMode.VerifyFull)]
    [InlineData("ssl=true", SslMode.Require)]
    [InlineData("ssl=disable", SslMode.Disable)]
    [InlineData("sslmode=verify-ca", SslMode.VerifyCA)]
    public void Encryption_is_asked_for_by_the_names_of_several_drivers(string query, SslMode expected) =>
        DatabaseUrl.Parse($"postgresql://db/films?{query}").SslMode.ShouldBe(expected);

    [Fact]
    public void Other_parameters_are_passed_on()
    {
        var settings = DatabaseUrl.Parse("postgresql://db/films?application_name=ads%20one&options=-c%20work_mem%3D8MB&search_path=ads&target_session_attrs=read-write&Keepalive=7");

        settings.ApplicationName.ShouldBe("ads one");
        settings.Options.ShouldBe("-c work_mem=8MB");
        settings.SearchPath.ShouldBe("ads");
        settings.TargetSessionAttributes.ShouldBe("primary");
        settings.KeepAlive.ShouldBe(7);
    }

    [Theory]
    [InlineData("mysql://ada:hush@db/films", "mysql")]
    [InlineData("postgresql://ada:hush@db:port/films", "port")]
    [InlineData("postgresql://ada:hush@db:99999/films", "65535")]
    [InlineData("postgresql://ada:hush@a:b:c/films", "percent-encoded")]
    [InlineData("postgresql://ada:hush%zz@db/films", "%25")]
    [InlineData("postgresql://ada:hu@sh/hush@db/films", "%2F")]
    [InlineData("postgresql://ada:hush@db/films?sslmode=hush", "sslmode")]
    [InlineData("postgresql://ada:hush@db/films?colour=hush", "colour")]
    [InlineData("postgresql://ada:hush@db/films?connect_timeout=hush", "connect_timeout")]
    [InlineData("postgresql://ada:hush@one:1,two:2,three/films", "each host")]
    [InlineData("Host=db;Password=hush;Colour=red", "neither a URL")]
    [InlineData("hush", "neither a URL")]
    [InlineData("Username=ada;Password=hush", "host")]
    public void What_is_wrong_is_said_without_a_secret(string url, string said)
    {
        var refusal = Should.Throw<InvalidDatabaseUrlException>(() => DatabaseUrl.Parse(url));

        refusal.Message.ShouldContain(said);
        refusal.ToString().ShouldNotContain("hush");
    }
}
